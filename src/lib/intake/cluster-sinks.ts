import type { Reading } from './content.ts';
import type { Kind } from './detection.ts';
import type { InventoryBuilder } from './inventory/builder.ts';
import { parseJson } from './json.ts';
import { LISTS, YAML_PIECE } from './limits.ts';
import { LineSplitter } from './line-splitter.ts';
import { listSink, type Sink } from './list-sink.ts';
import { outline } from './outline.ts';
import { usesOfPod } from './pod-metrics.ts';
import type { Problem } from './parsed.ts';
import { failed, refused } from './read-small.ts';
import { at, textAt } from './shape.ts';
import type { ContainerUse } from './usage.ts';
import type { YamlPiece } from './yaml-splitter.ts';

export interface SinkContext {
	readonly kind: Kind;
	readonly file: string;
	/** Beginning of the file, enough to see where its list stands. */
	readonly head: string;
	readonly builder: InventoryBuilder;
}

function listPath(head: string): readonly string[] | undefined {
	if (/^\s*\[/.test(head)) return [];
	// By its path: a pod's volumes may have items of their own.
	return outline(head).has('items') ? ['items'] : undefined;
}

export function clusterSink({ head, builder, file }: SinkContext): Sink<Reading> {
	const path = listPath(head);
	const problems: Problem[] = [];
	let objects = 0;
	const take = (object: unknown): void => {
		objects++;
		builder.add(object, listedKind(head));
	};
	const end = (): Reading => ({
		content: { type: 'cluster', objects },
		notes: [],
		errors: problems
	});
	const onProblem = (problem: Problem): void => {
		problems.push(problem);
	};
	if (path) return listSink({ path, limits: LISTS, onItem: take, onProblem, end });
	return wholeSink(LISTS.itemBytes, (text) => {
		const tree = parseJson(text, { ...LISTS, bytes: LISTS.itemBytes });
		if (!tree.ok) return failed(tree.errors);
		if (textAt(tree.value, 'kind') === undefined) return refused(`${file} names no kind.`);
		take(tree.value);
		return end();
	});
}

/** "PodList" of the API itself: its elements do not repeat their kind. */
function listedKind(head: string): { readonly kind?: string; readonly apiVersion?: string } {
	const kind = /"kind"\s*:\s*"([A-Za-z]{1,60})List"/.exec(head.slice(0, 2000))?.[1];
	const apiVersion = /"apiVersion"\s*:\s*"([\w./-]{1,80})"/.exec(head.slice(0, 2000))?.[1];
	return kind === undefined || apiVersion === undefined ? {} : { kind, apiVersion };
}

function wholeSink(maxBytes: number, finish: (text: string) => Reading): Sink<Reading> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	return {
		push: (chunk) => {
			bytes += chunk.length;
			if (bytes <= maxBytes) text += decoder.decode(chunk, { stream: true });
		},
		end: () =>
			bytes > maxBytes
				? refused(`One object of ${bytes} bytes; at most ${maxBytes} are read.`)
				: finish(text + decoder.decode())
	};
}

export async function yamlSink({ builder }: SinkContext): Promise<Sink<Reading>> {
	// Loaded when the first YAML arrives: JSON alone never needs the parser.
	const [{ YamlSplitter }, { parseYaml }] = await Promise.all([
		import('./yaml-splitter.ts'),
		import('./yaml.ts')
	]);
	const errors: Problem[] = [];
	let objects = 0;
	const take = ({ text, line, cut }: YamlPiece): void => {
		const place = `document at line ${line}`;
		if (cut) {
			errors.push({ path: place, message: 'This document is too long and was left out.' });
			return;
		}
		const tree = parseYaml(text, YAML_PIECE);
		if (!tree.ok) {
			for (const { path, message } of tree.errors)
				errors.push({ path: `${place} ${path}`.trim(), message });
		} else if (isListRim(tree.value)) return;
		else if (textAt(tree.value, 'kind') === undefined)
			errors.push({ path: place, message: 'This document names no kind.' });
		else {
			objects++;
			builder.add(tree.value);
		}
	};
	const splitter = new YamlSplitter(take, YAML_PIECE.itemBytes);
	const lines = new LineSplitter((line) => splitter.line(line), YAML_PIECE.itemBytes);
	return {
		push: (chunk) => lines.push(chunk),
		end: () => {
			lines.end();
			splitter.end();
			return { content: { type: 'cluster', objects }, notes: [], errors: errors.slice(0, 50) };
		}
	};
}

/** Head or tail of a list: apiVersion, kind List, metadata, without its items. */
function isListRim(value: unknown): boolean {
	if (value === null || value === undefined) return true;
	const kind = textAt(value, 'kind');
	return (kind === undefined || /List$/.test(kind)) && at(value, 'spec') === undefined;
}

export function metricsSink({ head }: SinkContext): Sink<Reading> {
	const uses: ContainerUse[] = [];
	const notes: Problem[] = [];
	const errors: Problem[] = [];
	const end = (): Reading =>
		uses.length === 0
			? refused('No container with usage is in this file.')
			: { content: { type: 'use', use: { uses, notes } }, notes: notes.slice(0, 20), errors };
	const onItem = (item: unknown): void => {
		uses.push(...usesOfPod(item, notes));
	};
	const path = listPath(head);
	if (path)
		return listSink({ path, limits: LISTS, onItem, end, onProblem: (one) => errors.push(one) });
	return wholeSink(LISTS.itemBytes, (text) => {
		const tree = parseJson(text, { ...LISTS, bytes: LISTS.itemBytes });
		if (!tree.ok) return failed(tree.errors);
		onItem(tree.value);
		return end();
	});
}
