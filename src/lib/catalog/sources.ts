import type { Cloud } from './cloud-schema.ts';
import { own } from './dated.ts';
import type { Source } from './schema.ts';

/** A source key as it reads outside its file: `clouds/aws#vantage`. */
export function qualified(cloud: Cloud, key: string): string {
	return `clouds/${cloud.cloud}#${key}`;
}

/** The source behind a figure's key, plain or qualified; nothing for a key of another file. */
export function sourceOf(cloud: Cloud, key: string): Source | undefined {
	const prefix = `clouds/${cloud.cloud}#`;
	return own(cloud.sources, key.startsWith(prefix) ? key.slice(prefix.length) : key);
}
