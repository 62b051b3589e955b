// TypeScript modules run in this process, so that one of them can be replaced and run again.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

const require = createRequire(import.meta.url);

/**
 * @typedef {(exports: object, require: (name: string) => unknown, module: object, flip: unknown) => void} Body
 * @typedef {{ body: Body, imports: readonly string[] }} Source
 */

/**
 * Another operator with the same arguments and unit.
 *
 * @param {any} formula
 * @param {string} op
 */
const flip = (formula, op) => new formula.constructor({ ...formula.node, op });
/** @param {readonly any[]} all @param {string} op */
const folded = (all, op) =>
	all.reduce((a, b) => new a.constructor({ op, unit: a.node.unit, args: [a.node, b.node] }));
/** @param {any} x @param {string} op */
const applied = (x, op) => new x.constructor({ op, unit: '1', args: [x.node] });
Object.assign(flip, {
	largest: (/** @type {any[]} */ ...all) => folded(all, 'max'),
	smallest: (/** @type {any[]} */ ...all) => folded(all, 'min'),
	exponential: (/** @type {any} */ x) => applied(x, 'exp'),
	naturalLog: (/** @type {any} */ x) => applied(x, 'ln')
});

/**
 * @param {string} file
 * @param {string} text
 * @returns {Source}
 */
function sourceOf(file, text) {
	const { outputText } = ts.transpileModule(text, {
		fileName: file,
		compilerOptions: {
			module: ts.ModuleKind.CommonJS,
			target: ts.ScriptTarget.ES2023,
			esModuleInterop: true
		}
	});
	const body = compileFunction(outputText, ['exports', 'require', 'module', '__flip'], {
		filename: file
	});
	const names = [...outputText.matchAll(/require\("(\.[^"]+\.ts)"\)/g)].map(
		([, name]) => name ?? ''
	);
	return {
		body: /** @type {Body} */ (body),
		imports: names.map((name) => resolve(dirname(file), name))
	};
}

/** All modules below some entries, each read once; what a change does not reach is run once too. */
export class Modules {
	/** @type {Map<string, Source>} */
	#sources = new Map();
	/** @type {Map<string, ReadonlySet<string>>} */
	#below = new Map();
	/** @type {Map<string, object>} */
	#run = new Map();
	/** @type {ReadonlyMap<string, unknown>} */
	#packages;

	/** @param {ReadonlyMap<string, unknown>} packages by name: what is not a file of ours */
	constructor(packages) {
		this.#packages = packages;
	}

	/** @param {string} file */
	source(file) {
		const known = this.#sources.get(file);
		if (known !== undefined) return known;
		const fresh = sourceOf(file, readFileSync(file, 'utf8'));
		this.#sources.set(file, fresh);
		return fresh;
	}

	/** Every file that a file needs, itself included. @param {string} file @returns {ReadonlySet<string>} */
	below(file) {
		const known = this.#below.get(file);
		if (known !== undefined) return known;
		/** @type {Set<string>} */
		const seen = new Set();
		const open = [file];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (seen.has(at)) continue;
			seen.add(at);
			open.push(...this.source(at).imports);
		}
		this.#below.set(file, seen);
		return seen;
	}

	/**
	 * Runs a file where `changed` has another text. Modules that do not need it are shared.
	 *
	 * @param {string} entry
	 * @param {{ changed?: string | undefined, text?: string | undefined, registry: Map<string, object> }} change
	 */
	run(entry, { changed, text, registry }) {
		/** @param {string} file @returns {object} */
		const load = (file) => {
			if (file.endsWith('.json')) return require(file);
			const isTouched = changed !== undefined && this.below(file).has(changed);
			const runs = isTouched || file === entry ? registry : this.#run;
			const known = runs.get(file);
			if (known !== undefined) return known;
			const { body } = file === changed ? sourceOf(file, text ?? '') : this.source(file);
			const module = { exports: {} };
			runs.set(file, module.exports);
			body(module.exports, (name) => this.#resolve(name, file, load), module, flip);
			return module.exports;
		};
		return load(entry);
	}

	/** @param {string} name @param {string} from @param {(file: string) => object} load */
	#resolve(name, from, load) {
		return name.startsWith('.') ? load(resolve(dirname(from), name)) : this.#package(name);
	}

	/** @param {string} name */
	#package(name) {
		const known = this.#packages.get(name);
		if (known === undefined) throw new Error(`no package ${name} was prepared`);
		return known;
	}
}
