import { beforeAll, describe, expect, it } from 'vitest';
import { benefitsFile, type BenefitsFile } from '../../src/lib/catalog/benefits-schema.ts';
import { benefitRows, benefitsSource, loadBenefits } from '../../src/lib/catalog/benefits.ts';
import { FEATURES } from '../../src/lib/catalog/mesh-ids.ts';
import { peopleFile, type PeopleFile } from '../../src/lib/catalog/people-schema.ts';
import { loadPeople, peopleRows, peopleSource } from '../../src/lib/catalog/people.ts';

let people: PeopleFile;
let benefits: BenefitsFile;
beforeAll(async () => {
	people = await loadPeople();
	benefits = await loadBenefits();
});

const ends = (it: { low: string; central: string; high: string }) => [it.low, it.central, it.high];

describe('people', () => {
	it('pass the strict schema', () => {
		expect(peopleFile.safeParse(people).error).toBeUndefined();
	});

	it('cost 78.6, 106.6 or 146.9 USD an hour: 150 983, 204 678 and 282 051 over 1920 hours', () => {
		expect(ends(people.figures.rateHour)).toEqual(['78.6', '106.6', '146.9']);
		expect([150_983, 204_678, 282_051].map((year) => (year / 1920).toFixed(1))).toEqual(
			ends(people.figures.rateHour)
		);
	});

	it('work 160 hours a month, leave at 0.1, 0.13 or 0.2 a year, learn at 0.7, 0.8 or 0.9', () => {
		expect(people.figures.hoursPerFteMonth.amount).toBe('160');
		expect(ends(people.figures.turnoverAnnual)).toEqual(['0.1', '0.13', '0.2']);
		expect(ends(people.figures.migration.learningRate)).toEqual(['0.7', '0.8', '0.9']);
	});

	it('ask for training at 0, 250 or 2000 USD, and for consulting nothing unless entered', () => {
		expect(ends(people.figures.trainingFee)).toEqual(['0', '250', '2000']);
		expect(people.figures.consultingUpfront.amount).toBe('0');
	});

	it('keep published prices to compare: 5000 USD for AWS Enterprise Support, none for Solo', () => {
		const known = new Map(people.references.map((it) => [it.id, it]));
		expect(known.get('aws-enterprise')?.amount).toBe('5000');
		expect(known.get('uk-cloud-day')?.amount).toBe('550');
		expect(known.get('solo')?.missing).toBe('not-published');
	});

	it('list every figure with a source that exists', () => {
		const rows = [...peopleRows(people)];
		expect(rows).toHaveLength(20 + people.references.length);
		const lost = rows.flatMap(({ sources }) => sources).filter((key) => !peopleSource(people, key));
		expect(lost).toEqual([]);
	});
});

describe('benefits', () => {
	it('pass the strict schema', () => {
		expect(benefitsFile.safeParse(benefits).error).toBeUndefined();
	});

	it('lose 0, 0.002 or 0.01 of revenue per 100 ms and count a breach at 4 440 000 USD', () => {
		expect(ends(benefits.figures.elasticityPer100ms)).toEqual(['0', '0.002', '0.01']);
		expect(benefits.figures.security.loss.amount).toBe('4440000');
		expect(benefits.figures.security.probabilityYear.amount).toBe('0');
	});

	it('trust building at 0.7 and the rest at 0.5', () => {
		const { build, ...rest } = benefits.figures.confidence;
		expect(build.central).toBe('0.7');
		expect(Object.values(rest).map(({ central }) => central)).toEqual(['0.5', '0.5', '0.5', '0.5']);
	});

	it('leave the cost of an outage to the user', () => {
		expect(benefits.figures.incidents.costPerHour.missing).toBe('not-published');
	});

	it('know the 8 features that meshes cover, none of them needed until said so', () => {
		expect(benefits.figures.features.map(({ id }) => id)).toEqual([...FEATURES]);
		expect(benefits.figures.features.map(({ needed }) => needed.amount)).toEqual(
			FEATURES.map(() => '0')
		);
	});

	it('list every figure with a source or a reason', () => {
		const rows = [...benefitRows(benefits)];
		expect(rows.length).toBeGreaterThan(45);
		expect(rows.filter(({ sources, why }) => sources.length === 0 && why === '')).toEqual([]);
		const lost = rows
			.flatMap(({ sources }) => sources)
			.filter((key) => !benefitsSource(benefits, key));
		expect(lost).toEqual([]);
	});
});
