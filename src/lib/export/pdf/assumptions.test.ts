import { expect, it } from 'vitest';
import type { ReportAssumption } from '../../report/types.ts';
import { report } from '../report-fixture.ts';
import { assumptionsTable } from './assumptions.ts';

const [first] = report.options;
if (first === undefined) throw new Error('the fixture has an option');
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...first, id, label: id }));

const of = (option: string, value: string): ReportAssumption => ({
	...{ id: `${option}:mesh.proxy.c0`, path: 'mesh.proxy.c0', label: 'Idle CPU', option, value },
	...{ unit: 'core', basis: 'assumed', changed: false }
});

const told = (assumptions: readonly ReportAssumption[]): string | undefined =>
	assumptionsTable({ ...report, options: five, assumptions }).rows.at(-1)?.cells[1];

it('says all others where every option of the report has the input', () => {
	const values = [of('a', '2'), ...['b', 'c', 'd', 'e'].map((id) => of(id, '1'))];
	expect(told(values)).toBe('a: 2; all others: 1');
});

it('says all others that have it where an option has no such input', () => {
	const values = [of('a', '2'), ...['b', 'c', 'd'].map((id) => of(id, '1'))];
	expect(told(values)).toBe('a: 2; all others that have it: 1');
});
