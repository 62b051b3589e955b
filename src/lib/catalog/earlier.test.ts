import { describe, expect, it } from 'vitest';
import { stoodOn, withValue } from './earlier.ts';

const file = { options: { linkerd: { c1: '0.3', tiers: [{ cpu: '1' }, { cpu: '2' }] }, other: 7 } };
const c1 = { file: 'meshes/linkerd', path: ['options', 'linkerd', 'c1'] };
const values = [
	{ ...c1, until: '2026-12-01', was: '0.1' },
	{ ...c1, until: '2027-03-01', was: '0.2' },
	{ ...c1, file: 'meshes/istio', until: '2027-03-01', was: '9' }
];
const on = (day: string): unknown => {
	const stood = stoodOn(file, { values, name: 'meshes/linkerd', day }) as typeof file;
	return stood.options.linkerd.c1;
};

describe('stoodOn', () => {
	it('finds 0.1 up to the last of November, 0.2 up to the end of February, then 0.3', () => {
		const days = ['2000-01-01', '2026-11-30', '2026-12-01', '2027-02-28', '2027-03-01'];
		expect(days.map(on)).toEqual(['0.1', '0.1', '0.2', '0.2', '0.3']);
	});

	it('leaves the file that it is given as it was', () => {
		const before = structuredClone(file);
		on('2026-11-30');
		expect(file).toEqual(before);
	});
});

describe('withValue', () => {
	it('reaches into a list by number and keeps what lies beside', () => {
		expect(withValue(file, ['options', 'linkerd', 'tiers', '1', 'cpu'], '4')).toEqual({
			options: { linkerd: { c1: '0.3', tiers: [{ cpu: '1' }, { cpu: '4' }] }, other: 7 }
		});
	});

	it.each([['options', 'gone'], ['__proto__'], ['options', 'linkerd', 'tiers', '2']])(
		'refuses a place that there is not: %s',
		(...path) => {
			expect(() => withValue(file, path, '1')).toThrow(/earlier figures/);
		}
	);
});
