import { helmSign } from './detect-json.ts';
import { documentKind } from '../plan/document.ts';
import { isLink } from '../plan/link.ts';
import { certain, likely, ownDocument, unreadable, type Detection } from './detection.ts';

const TOP_HEADER = /^(?:NAMESPACE[ \t]+)?POD[ \t]+NAME[ \t]+CPU\(cores\)[ \t]+MEMORY\(bytes\)/;
const TOP_ROW = /^(?:\S+[ \t]+){2,3}\d+m?[ \t]+\d+(?:Ki|Mi|Gi)[ \t]*$/;
const KEY_LINE = /^( *)([A-Za-z][\w.-]{0,80}):(?:[ \t]|$)/;

/** Recognises plain text and YAML; undefined when no sign fits. */
export function textSigns(text: string): Detection | undefined {
	return loadTools(text) ?? kubectl(text) ?? ratesTable(text) ?? planLink(text) ?? yaml(text);
}

function loadTools(text: string): Detection | undefined {
	const first = text.slice(0, 400).split('\n', 1)[0] ?? '';
	if (text.includes('Requests/sec:') && text.includes('Thread Stats')) {
		const corrected = /Detailed Percentile spectrum|HdrHistogram|Thread calibration/.test(text);
		if (corrected) return certain('wrk2', 'is printed by wrk and records latency as wrk2 does');
		return certain('wrk', 'has the Thread Stats and Requests/sec of wrk');
	}
	if (/^response-time,DNS\+dialup,DNS,/.test(first))
		return certain('hey-csv', 'starts with the column names of hey');
	if (text.includes('Requests/sec:') && /\d secs\b/.test(text) && text.includes('Slowest:'))
		return certain('hey-text', 'has the summary that hey prints');
	if (/^Requests +\[total, rate/.test(first))
		return unreadable('is a vegeta text report', 'Run vegeta report -type=json.');
	if (text.includes('http_req_duration') && text.includes('...'))
		return unreadable('is what k6 shows on screen', 'Run k6 with --summary-export FILE.');
	return undefined;
}

/** The columns of a file of rates, whatever their order and separator. */
function ratesTable(text: string): Detection | undefined {
	const head = (text.slice(0, 400).split('\n', 1)[0] ?? '').toLowerCase().split(/[,;\t]/);
	const cells = head.map((cell) => cell.trim().replaceAll('"', ''));
	return ['base', 'currency', 'rate'].every((column) => cells.includes(column))
		? ownDocument('rates')
		: undefined;
}

function planLink(text: string): Detection | undefined {
	return isLink(text.trim()) ? ownDocument('plan') : undefined;
}

function kubectl(text: string): Detection | undefined {
	if (TOP_HEADER.test(text))
		return certain('kubectl-top', 'has the header of kubectl top pods --containers');
	const first = text.slice(0, 400).split('\n', 1)[0] ?? '';
	if (/^(?:NAMESPACE +)?NAME +CPU\(cores\)/.test(first))
		return unreadable('is kubectl top without containers', 'Add --containers to kubectl top pods.');
	if (/^(?:NAMESPACE +)?NAME +(?:READY|STATUS|TYPE) /.test(first))
		return unreadable('is a kubectl table', 'Add -o json to kubectl get.');
	if (TOP_ROW.test(first)) return likely('kubectl-top', 'has rows like kubectl top --no-headers');
	return undefined;
}

function yaml(text: string): Detection | undefined {
	const seen = yamlPaths(text);
	if (seen.has('apiVersion') && (seen.has('kind') || seen.has('items')))
		return certain('kube-yaml', 'is YAML with apiVersion and kind');
	const chart = helmSign((path) => seen.has(path));
	if (chart !== undefined) return likely('helm-values', chart);
	const top = [...seen].filter((path) => /^[A-Za-z]+$/.test(path));
	const own = documentKind(top);
	return own === undefined ? undefined : ownDocument(own);
}

/** Key paths of the two upper levels of block YAML; indentation alone, values unseen. */
function yamlPaths(text: string): ReadonlySet<string> {
	const seen = new Set<string>();
	let parent = '';
	let indent = 0;
	for (const line of text.slice(0, 64 * 1024).split('\n')) {
		const match = KEY_LINE.exec(line);
		const key = match?.[2];
		if (key === undefined) continue;
		const width = match?.[1]?.length ?? 0;
		if (width === 0) {
			parent = key;
			indent = 0;
			seen.add(key);
		} else if (parent !== '' && (indent === 0 || width === indent)) {
			indent = width;
			seen.add(`${parent}.${key}`);
		}
	}
	return seen;
}
