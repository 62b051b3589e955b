import { describe, expect, it } from 'vitest';
import { benefitsFile } from '../../src/lib/catalog/benefits-schema.ts';
import { companionFile } from '../../src/lib/catalog/companion-schema.ts';
import { earlierFile, type Earlier } from '../../src/lib/catalog/earlier-schema.ts';
import { stoodOn } from '../../src/lib/catalog/earlier.ts';
import { meshFile } from '../../src/lib/catalog/mesh-schema.ts';
import { peopleFile } from '../../src/lib/catalog/people-schema.ts';
import { planningFile } from '../../src/lib/catalog/planning-schema.ts';
import { readFileSync } from 'node:fs';

const read = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`../../pricing-data/${name}.json`, import.meta.url), 'utf8'));

const { values } = earlierFile.parse(read('earlier'));

function schemaOf(name: string) {
	if (name.startsWith('meshes/')) return meshFile;
	if (name.startsWith('companions/')) return companionFile;
	const single = { people: peopleFile, planning: planningFile, benefits: benefitsFile };
	return single[name as keyof typeof single];
}

/** Faults of a file on the last day of an earlier value. */
function faultsOf(entry: Earlier, all: readonly Earlier[]): readonly string[] {
	const before = new Date(Date.parse(entry.until) - 86_400_000).toISOString().slice(0, 10);
	const { file: name } = entry;
	const stood = stoodOn(read(name), { values: all, name, day: before });
	const { error } = schemaOf(name).safeParse(stood);
	return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('earlier figures', () => {
	it('fit into their files, each on its last day, in the order of their days', () => {
		expect(values.flatMap((entry) => faultsOf(entry, values))).toEqual([]);
		const days = values.map(({ until }) => until);
		expect(days).toEqual([...days].sort());
	});

	it('are put back whole, and one of the wrong shape is found', () => {
		const path = ['figures', 'rateHour'];
		const entry = (was: Earlier['was']): Earlier => ({
			file: 'people',
			path,
			until: '2026-12-01',
			was
		});
		const { figures } = peopleFile.parse(read('people'));
		const was = JSON.parse(JSON.stringify({ ...figures.rateHour, low: '1' }));
		const halved = entry(was);
		expect(faultsOf(halved, [halved])).toEqual([]);
		const broken = entry({ amount: '3' });
		expect(faultsOf(broken, [broken]).join()).toContain('figures.rateHour');
	});
});
