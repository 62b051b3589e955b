import { readFileSync } from 'node:fs';

/** Text of a file under tests/intake/fixtures. */
export function fixture(name: string): string {
	return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}

export function jsonFixture(name: string): unknown {
	return JSON.parse(fixture(name));
}
