import { failure, quoted, success, type Parsed, type Problem } from './parsed.ts';
import { readCores, readMiB } from './quantity.ts';
import type { ContainerUse, UseReading } from './usage.ts';

const MAX_NOTES = 20;

/** Collects kubectl top pods --containers line by line (`model.md` §16). */
export class TopRows {
	readonly #uses: ContainerUse[] = [];
	readonly #notes: Problem[] = [];
	#number = 0;
	#faults = 0;

	line(text: string): void {
		this.#number++;
		const cells = text.trim().split(/[ \t]+/, 6);
		if (text.trim() === '' || cells.includes('CPU(cores)')) return;
		const row = readRow(cells);
		if (row.ok) this.#uses.push(row.value);
		else this.#fault(row.errors);
	}

	finish(): Parsed<UseReading> {
		if (this.#uses.length === 0)
			return failure('', 'No row with POD, NAME, CPU(cores) and MEMORY(bytes) is here.');
		const hidden = this.#faults - this.#notes.length;
		const more =
			hidden > 0 ? [{ path: '', message: `${hidden} more rows were not understood.` }] : [];
		return success({ uses: this.#uses, notes: [...this.#notes, ...more] });
	}

	#fault(errors: readonly Problem[]): void {
		this.#faults++;
		const first = errors[0];
		if (first === undefined || this.#notes.length >= MAX_NOTES) return;
		this.#notes.push({ path: `line ${this.#number}`, message: first.message });
	}
}

function readRow(cells: readonly string[]): Parsed<ContainerUse> {
	const [namespace, pod, container, cpu, memory] = cells.length === 5 ? cells : ['', ...cells];
	if (cells.length < 4 || cells.length > 5 || !pod || !container)
		return failure('', `${quoted(cells.join(' '))} has not the columns of kubectl top.`);
	const cores = readCores(cpu, { pod, field: 'CPU(cores)' });
	if (!cores.ok) return cores;
	const mem = readMiB(memory, { pod, field: 'MEMORY(bytes)' });
	if (!mem.ok) return mem;
	return success({
		namespace: namespace === '' ? undefined : namespace,
		pod,
		container,
		cpuCores: cores.value,
		memMiB: mem.value
	});
}

/** Reads the whole text at once. */
export function readKubectlTop(text: string): Parsed<UseReading> {
	const rows = new TopRows();
	for (const line of text.split(/\r?\n/)) rows.line(line);
	return rows.finish();
}
