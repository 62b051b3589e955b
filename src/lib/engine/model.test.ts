import { describe, expect, it } from 'vitest';
import example from '../../../tests/cases/worked-example.json' with { type: 'json' };
import { asPrinted, figureAt } from '../../../tests/support/records/figure.ts';
import { Decimal } from './decimal.ts';
import { model } from './model.ts';
import { readRecord } from './read-record.ts';
import { runRecord, type Run } from './run.ts';

interface Case {
	readonly name: string;
	readonly input: Readonly<Record<string, unknown>>;
	readonly output: Readonly<Record<string, string>>;
	/** The same with `purchase.billing` allocated. */
	readonly outputAllocated: Readonly<Record<string, string>>;
}

const cases = example.cases as readonly Case[];
const caseOf = (name: string): Case => {
	const found = cases.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no case is called ${name}`);
	return found;
};
const istio = caseOf('Istio with sidecars');

const runOf = (input: unknown): Run => {
	const read = readRecord(input);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	return runRecord(read.value);
};

/** A step of month 1, rounded. */
const step = (run: Run, id: string, decimals: number): string => {
	const value = run.answers.of(id);
	return value instanceof Decimal ? value.toFixed(decimals) : 'no figure';
};

describe.each(cases)('the worked example of model.md §19, $name', (one) => {
	const answer = model(one.input);
	it.each(Object.entries(one.output))('prints %s as %s', (sum, printed) => {
		expect(asPrinted(answer, sum, printed)).toBe(printed);
	});

	const allocated = model({ ...one.input, purchase: { billing: 'allocated' } });
	it.each(Object.entries(one.outputAllocated))('prints %s as %s when allocated', (sum, printed) => {
		expect(asPrinted(allocated, sum, printed)).toBe(printed);
	});
});

describe('the text of the worked example', () => {
	const run = runOf(istio.input);

	it('has an allocatable node of 7.91 cores and 31 119.64 MiB', () => {
		expect(step(run, 'node.allocCpu', 2)).toBe('7.91');
		expect(step(run, 'node.allocMemMiB', 2)).toBe('31119.64');
	});

	it('costs 0.0002045 core-seconds a pass of 4 KiB through an Istio sidecar', () => {
		expect(step(run, 'sidecar.cpuPerPass', 7)).toBe('0.0002045');
	});

	it('uses 0.035511 core a sidecar where a tenth of requests connect anew at 1.6 times', () => {
		const { mesh, workload } = istio.input as Record<string, Record<string, unknown>>;
		const proxy = { ...(mesh?.['proxy'] as object), connFactor: 1.6 };
		const answer = model({
			...istio.input,
			workload: { ...workload, newConnFraction: 0.1 },
			mesh: { ...mesh, proxy }
		});
		expect(asPrinted(answer, 'month1.sidecar.cpuUsePeak', '0.035511')).toBe('0.035511');
	});

	it('uses 10.1 of 30 reserved cores in the Istio case', () => {
		const answer = model(istio.input);
		const used = figureAt(answer, 'month1.sidecar.cpuUsePeak') * 300;
		expect(used.toFixed(1)).toBe('10.1');
		expect(figureAt(answer, 'month1.sidecar.cpuReserved') * 300).toBe(30);
	});

	it('advises 7.4 times the Istio sidecar’s use for Service Connect', () => {
		const use = figureAt(model(istio.input), 'month1.sidecar.cpuUsePeak');
		const connect = model(caseOf('Amazon ECS Service Connect').input);
		const advised = figureAt(connect, 'month1.taskProxy.cpuReserved');
		expect((advised / use).toFixed(1)).toBe('7.4');
	});

	it('charges Lattice 1 095.00 for service hours, 1 439.46 for GB and 26.28 for requests', () => {
		// By hand: 60 services × 0.025 × 730 h; 57 578.43 GB × 0.025; 262.8 million × 0.10.
		const { input } = caseOf('Amazon VPC Lattice') as { input: Record<string, object> };
		const only = (fee: string) => {
			const none = { feePerServiceHour: 0, feePerGB: 0, feePerMillionRequests: 0 };
			const mesh = input['mesh'] as Record<string, number>;
			const kept = { ...mesh, ...none, [fee]: mesh[fee] };
			const path = 'month1Rows.infra.meshFee';
			return asPrinted(model({ ...input, mesh: kept }), path, '0.00');
		};
		expect(only('feePerServiceHour')).toBe('1095.00');
		expect(only('feePerGB')).toBe('1439.46');
		expect(only('feePerMillionRequests')).toBe('26.28');
	});

	it('finds people dearer than machines by 5 to 11 times in the five meshes', () => {
		// From the table: Linkerd 334 419.38 / 70 039.97 = 4.8, ambient 501 432.72 / 45 479.76 = 11.0.
		const ratios = cases.slice(0, 5).map((one) => {
			const answer = model(one.input);
			return figureAt(answer, 'totals.support') / figureAt(answer, 'totals.infra');
		});
		expect(Math.min(...ratios).toFixed(1)).toBe('4.8');
		expect(Math.max(...ratios).toFixed(1)).toBe('11.0');
	});
});
