import { unreadable, type Detection } from './detection.ts';
import { jsonSigns } from './detect-json.ts';
import { textSigns } from './detect-text.ts';

/** Characters of the beginning that are looked at. */
export const HEAD_CHARS = 256 * 1024;

/** Recognises a file by its beginning (`HEAD_CHARS` are enough; the whole of a small file is best). */
export function detect(head: string): Detection {
	const text = head.replace(/^\uFEFF/, '').trimStart();
	if (text === '') return unknown('is empty');
	if (text.includes('\0')) return unreadable('holds binary bytes', 'Give the text output itself.');
	const first = text.charAt(0);
	if (first === '{' || first === '[') return jsonSigns(text) ?? textSigns(text) ?? otherJson();
	return textSigns(text) ?? unknown('matches none of the formats read here');
}

function otherJson(): Detection {
	return unknown('begins like JSON, but is none of the formats read here');
}

function unknown(reason: string): Detection {
	return { kind: 'unknown', confidence: 'none', reasons: [reason] };
}
