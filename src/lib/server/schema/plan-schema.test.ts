import fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../plan/fields.ts';
import { plans } from '../../plan/link/arbitrary-plan.ts';
import { presets } from '../../plan/presets.ts';
import { planJsonSchema } from './plan-schema.ts';

const read = z.fromJSONSchema(planJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (plan: unknown): boolean => read.safeParse(plan).success;

function at(path: string): unknown {
	let here: unknown = planJsonSchema();
	for (const key of path.split('.')) {
		here = (here as { properties: Record<string, unknown> }).properties[key];
	}
	return here;
}

describe('planJsonSchema', () => {
	it('has a schema for every field that a form may show', () => {
		for (const { path } of FIELDS) expect(at(path), path).toBeInstanceOf(Object);
	});

	it('accepts the three presets and the example of design.md §3', () => {
		for (const plan of Object.values(presets)) expect(accepts(plan)).toBe(true);
		const example = {
			version: 1,
			name: 'Checkout platform',
			workload: { pods: 300, services: 60, edgeRps: 1000, l7Fraction: 0.3 },
			platform: { cloud: 'aws', region: 'eu-west-1', nodeType: 'm7i.2xlarge', runtime: 'k8s' },
			options: ['no-mesh', { id: 'mine', from: 'linkerd', overrides: { 'mesh.proxy.c1': 0.1 } }],
			people: { hourlyRate: { value: 106.6, low: 90, high: 120 } },
			finance: { months: 36, discountAnnual: '0.1', currency: 'USD' },
			overrides: { '*': { 'mesh.proxy.cpuReq': 0.05 } }
		};
		expect(accepts(example)).toBe(true);
	});

	it('accepts 200 random plans that the plan reader accepts', () => {
		fc.assert(
			fc.property(plans, (plan) => accepts(plan)),
			{ numRuns: 200 }
		);
	});

	it.each([
		{ workload: { pods: -1 } },
		{ workload: { pods: '0x10' } },
		{ workload: { pod: 3 } },
		{ platform: { cloud: 'ibm' } },
		{ options: ['linkerd', 7] },
		{ version: 2 }
	])('refuses %j', (plan) => expect(accepts(plan)).toBe(false));
});
