import { loadMeshes, type MeshCatalog } from '../catalog/mesh.ts';
import { analyse, type AnalyseOptions, type SweepAnalysis } from '../intake/analyse.ts';
import type { Content } from '../intake/content.ts';
import { FILES_AT_ONCE } from '../intake/limits.ts';
import {
	idleSnapshots,
	type IdleSnapshot,
	type SaidSizes,
	type Varied
} from '../intake/idle-snapshots.ts';
import type { IntakeResult } from '../intake/intake.ts';
import { measuredRuns, type MeasuredRun, type SaidMeshes } from '../intake/measured-runs.ts';
import { memorySlopes, type MemorySlope, type SaidVaried } from '../intake/memory.ts';
import { proposeSweeps } from '../intake/propose/from-fits.ts';
import { proposeMemory } from '../intake/propose/from-memory.ts';
import type { Proposal } from '../intake/propose/proposal.ts';
import { proposalsOf, type EstateProposals } from '../intake/propose/to-plan.ts';
import { publishedOf } from '../intake/published.ts';
import type { ReadAll } from './intake-reader.ts';

/** How far a reading has come. */
export interface Way {
	/** File that is being read. */
	readonly file: string;
	readonly bytes: number;
	readonly size: number;
}

const NOTHING: EstateProposals = { kubernetes: [], tasks: [] };

/** The reader's own files, what they hold, and what was said about them. Nothing is kept or sent. */
export class IntakeSession {
	readonly #readAll: ReadAll;
	readonly #today: () => string;
	#control: AbortController | undefined;
	/** Another one each visit, so that hashes of two visits cannot be laid side by side. */
	readonly #salt = crypto.getRandomValues(new Uint32Array(4)).join('-');
	files: readonly File[] = $state.raw([]);
	/** Set while files are read. */
	way: Way | undefined = $state.raw();
	result: IntakeResult | undefined = $state.raw();
	/** Something went wrong that no file can be blamed for. */
	trouble: string | undefined = $state.raw();
	/** The reading was stopped by the reader. */
	stopped = $state(false);
	hidden = $state(false);
	/** Mesh of a run, as said: key of the run → mesh. */
	said: SaidMeshes = $state.raw([]);
	/** Clusters or endpoints that the proxies of a snapshot held, and which of the two, by mesh. */
	sizes: SaidSizes = $state.raw([]);
	varied: SaidVaried = $state.raw([]);
	/** Proxies that a request passes, and its calls one after another; unsaid: as measured, and one. */
	proxies: number | undefined = $state.raw();
	calls: number | undefined = $state.raw();

	/** Published coefficients, once they were fetched. */
	meshes: MeshCatalog | undefined = $state.raw();

	readonly #options: AnalyseOptions = $derived({
		proxies: this.proxies,
		calls: this.calls,
		idleOf: (mesh) => this.meshes && publishedOf(this.meshes, mesh, 'c0')?.value
	});
	readonly runs: readonly MeasuredRun[] = $derived.by(() =>
		this.result ? measuredRuns(this.result, this.said) : []
	);
	readonly analyses: readonly SweepAnalysis[] = $derived.by(() =>
		analyse(
			this.runs.map(({ run }) => run),
			this.#options
		)
	);
	readonly #snapshots: readonly IdleSnapshot[] = $derived.by(() =>
		this.result ? idleSnapshots(this.result, this.runs, this.sizes) : []
	);
	readonly memories: readonly MemorySlope[] = $derived.by(() =>
		memorySlopes(this.#snapshots, this.varied)
	);
	readonly estates: EstateProposals = $derived.by(() =>
		this.result ? proposalsOf(this.result, this.#today()) : NOTHING
	);
	readonly fits: readonly Proposal[] = $derived.by(() =>
		this.result
			? [
					...proposeSweeps(this.result, this.runs, this.#today(), this.#options),
					...proposeMemory(this.result, this.#snapshots, this.#today(), this.varied)
				]
			: []
	);

	constructor({ readAll, today }: { readonly readAll: ReadAll; readonly today: () => string }) {
		this.#readAll = readAll;
		this.#today = today;
	}

	/** Reads these files together with those that are here: an estate may come in pieces. */
	async add(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		await this.#read([...this.files, ...files].slice(0, FILES_AT_ONCE + 1));
	}

	/** Text from the clipboard is a file like any other. */
	paste(text: string): Promise<void> {
		const pasted = this.files.filter(({ name }) => name.startsWith(PASTED)).length;
		return this.add([new File([text], `${PASTED} ${pasted + 1}`)]);
	}

	/** Reads everything again with names hidden, or shown. */
	async hide(hidden: boolean): Promise<void> {
		this.hidden = hidden;
		if (this.files.length > 0) await this.#read(this.files);
	}

	cancel(): void {
		this.#control?.abort();
	}

	clear(): void {
		this.cancel();
		this.files = [];
		this.result = undefined;
		this.said = [];
		this.sizes = [];
		this.varied = [];
		this.trouble = undefined;
		this.stopped = false;
	}

	/** Says which mesh a run was made with; `none` is the baseline, an empty text takes it out. */
	say(key: string, mesh: string): void {
		this.said = [...this.said.filter(([known]) => known !== key), [key, mesh]];
	}

	/** Says how much the proxies of a snapshot held; `undefined` takes the snapshot out. */
	saySize(key: string, count: number | undefined): void {
		this.sizes = [...this.sizes.filter(([known]) => known !== key), [key, count]];
	}

	/** Says what was varied between the snapshots of a mesh. */
	sayVaried(mesh: string, varied: Varied): void {
		this.varied = [...this.varied.filter(([known]) => known !== mesh), [mesh, varied]];
	}

	/** What was read before stays until the new reading is whole, and when it is stopped. */
	async #read(files: readonly File[]): Promise<void> {
		this.#control?.abort();
		const control = new AbortController();
		this.#control = control;
		const total = files.reduce((sum, file) => sum + file.size, 0);
		this.way = { file: files[0]?.name ?? '', bytes: 0, size: total };
		this.trouble = undefined;
		this.stopped = false;
		try {
			const result = await this.#readAll({
				files,
				salt: this.hidden ? this.#salt : undefined,
				signal: control.signal,
				onProgress: this.#follow(control, total)
			});
			if (control !== this.#control) return;
			this.stopped = result === undefined;
			if (result === undefined) return;
			if (result.files.some(({ content }) => isMeasured(content)))
				this.meshes ??= await loadMeshes();
			if (control !== this.#control) return;
			this.files = files;
			this.result = result;
		} catch (cause) {
			if (control === this.#control)
				this.trouble = cause instanceof Error ? cause.message : 'The files could not be read.';
		} finally {
			if (control === this.#control) this.way = undefined;
		}
	}

	/** Bytes of files that are done, and of the one at hand. */
	#follow(control: AbortController, size: number): Parameters<ReadAll>[0]['onProgress'] {
		let done = 0;
		let last = { file: '', bytes: 0 };
		return ({ file, bytes }) => {
			if (file !== last.file || bytes < last.bytes) done += last.bytes;
			last = { file, bytes };
			if (control === this.#control) this.way = { file, bytes: done + bytes, size };
		};
	}
}

const isMeasured = ({ type }: Content): boolean => type === 'runs' || type === 'use';

const PASTED = 'pasted text';
