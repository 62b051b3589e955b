import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { FIELDS } from '../fields.ts';
import { parsePlan } from '../parse-plan.ts';
import { catalogs, resolved, TODAY } from './example-resolve.ts';
import { resolve } from './resolve.ts';

const errorsOf = (plan: Plan) => {
	const read = resolve(plan, catalogs.aws, TODAY);
	return read.ok ? [] : read.errors;
};

describe('a number from which another follows', () => {
	// An entering request carries 2 payloads of 1024 bytes (planning.json): 10^12 / 2048 is 488,281,250.
	it('is refused by its own name beyond 488 281 250 KiB of payload, and taken up to there', () => {
		expect(errorsOf({ workload: { payloadKiB: 1e12 } })).toEqual([
			{
				path: 'workload.payloadKiB',
				message:
					'1000000000000 is too large: “Bytes of an entering request” follows from it, ' +
					'2048 times as much; allowed: at most 488281250.'
			}
		]);
		expect(errorsOf({ workload: { payloadKiB: 488_281_250 } })).toEqual([]);
		expect(errorsOf({ workload: { payloadKiB: 488_281_251 } })).toHaveLength(1);
	});

	it('may be as large as its own range says where what follows is entered too', () => {
		const workload = { payloadKiB: 1e12, bytesPerCall: 4096, bytesPerEdgeRequest: 8192 };
		expect(errorsOf({ workload })).toEqual([]);
	});

	it('is named as the override that it is', () => {
		const overrides = { linkerd: { 'workload.payloadKiB': 1e12 } };
		expect(errorsOf({ overrides }).map(({ path }) => path)).toEqual([
			'overrides.linkerd.workload.payloadKiB'
		]);
	});

	it.each(
		FIELDS.flatMap((field) => (field.kind === 'number' ? [[field.path, field] as const] : []))
	)(
		'%s at the top of its range gives records, or is refused by its own name',
		(path, { domain }) => {
			const keys = path.split('.').reverse();
			const written = keys.reduce<unknown>((inner, key) => ({ [key]: inner }), domain.max);
			const plan = parsePlan(written);
			if (!plan.ok) throw new Error(plan.errors[0]?.message);
			const errors = errorsOf(plan.value);
			if (errors.length > 0) expect(errors.map((error) => error.path)).toEqual([path]);
			else expect(resolved(plan.value).options.flatMap(({ faults }) => faults)).toEqual([]);
		}
	);
});
