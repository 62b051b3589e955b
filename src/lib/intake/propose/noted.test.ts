import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../plan/parse-plan.ts';
import { NAME_CHARS } from '../../plan/text.ts';
import { noted, noteOf } from './noted.ts';

const hash = (digit: string): string => digit.repeat(64);
const measured = { date: '2026-11-24', sha256: [hash('a')] };

describe('the provenance of an entry', () => {
	it('says who, when and by which file', () => {
		expect(noteOf('measured', measured)).toBe('measured by you, 2026-11-24, file aaaaaaaaaaaa');
		expect(noteOf('counted', { ...measured, sha256: [hash('a'), hash('b')] })).toBe(
			'counted by you, 2026-11-24, files aaaaaaaaaaaa, bbbbbbbbbbbb'
		);
	});

	it('counts the files that it has no room for, and stays a note that a plan takes', () => {
		const many = noteOf('derived', {
			...measured,
			sha256: Array.from({ length: 200 }, () => hash('c'))
		});
		expect(many).toMatch(/ and 197 more$/);
		expect(many.length).toBeLessThanOrEqual(NAME_CHARS);
	});

	it('goes along with a number and with the pods of each group; a choice has no room for it', () => {
		const services = {
			path: ['workload', 'services'],
			value: 3,
			from: '',
			basis: 'counted'
		} as const;
		const note = 'counted by you, 2026-11-24, file aaaaaaaaaaaa';
		expect(noted(services, measured).value).toEqual({ value: 3, note });
		const groups = { ...services, value: [{ id: 'a', pods: 2, appCpu: 1 }] };
		expect(noted(groups, measured).value).toEqual([
			{ id: 'a', pods: { value: 2, note }, appCpu: 1 }
		]);
		expect(noted({ ...services, value: 'eu-west-1' }, measured).value).toBe('eu-west-1');
		expect(parsePlan({ workload: { services: { value: 3, note } } }).ok).toBe(true);
	});
});
