import { describe, expect, it } from 'vitest';
import { inputAt } from '../../engine/inputs.ts';
import { MESH_IDS, type MeshId } from '../../catalog/mesh-ids.ts';
import { setAt } from '../edit-plan.ts';
import { NULLABLE_FIELDS, NUMBER_FIELDS } from '../number-fields.ts';
import type { Plan } from '../plan.ts';
import { leafAt, only, optionIn, resolved, valueAt } from './example-resolve.ts';
import { ofUser } from './user.ts';

const FIELDS: readonly (readonly [planPath: string, path: string])[] = [
	...Object.entries(NUMBER_FIELDS),
	...Object.entries(NULLABLE_FIELDS)
].flatMap(([section, fields]) =>
	Object.entries(fields).map(([key, path]) => [`${section}.${key}`, path] as const)
);

/** A value that no default has, within the limits of its input. */
function unusual(path: string): number {
	const { domain, whole } = inputAt(path) ?? { domain: { min: 0, max: 0 }, whole: false };
	if (path === 'workload.azs') return 7;
	if (whole) return Math.min(domain.max, Math.max(domain.min, 13));
	return domain.max <= 1 ? 0.4321 : Math.max(domain.min, 0) + 1.2345;
}

const withField = (planPath: string, path: string, base: Plan): Plan => {
	const plan = setAt(base, planPath, unusual(path));
	if (!plan.ok) throw new Error(`${planPath}: ${plan.errors[0]?.message ?? ''}`);
	return plan.value;
};

/** Options that have no such field: nobody is trained for no mesh, and so on. */
const LACK: readonly (readonly [prefix: string, ids: readonly MeshId[]])[] = [
	['support.', ['no-mesh']],
	['opportunity.', ['no-mesh']],
	['workload.l7Fraction', ['istio-ambient-l4']],
	['workload.visibleServices', ['linkerd', 'linkerd-enterprise']]
];

describe('numbers of the user', () => {
	it.each(FIELDS)(
		'%s reaches every option that has the field, as the word of the user',
		(planPath, path) => {
			const base: Plan = { options: MESH_IDS, platform: { commitment: '1y' } };
			const { options } = resolved(withField(planPath, path, base));
			const lack = LACK.find(([prefix]) => path.startsWith(prefix))?.[1] ?? [];
			const expected = String(unusual(path));
			for (const option of options.filter(({ base: id }) => !lack.includes(id))) {
				expect([option.id, valueAt(option, path)]).toEqual([option.id, expected]);
				expect(leafAt(option, path)).toMatchObject({ basis: 'user', changed: true, planPath });
			}
			for (const option of options.filter(({ base: id }) => lack.includes(id))) {
				expect(option.leaves.get(path)?.basis).not.toBe('user');
			}
		}
	);

	it('takes null for all services and for no invoice', () => {
		const plan: Plan = { workload: { visibleServices: null }, migration: { oldMonthly: null } };
		const option = only('istio-sidecar', plan);
		expect(option.record?.choices.scoped).toBe(false);
		expect(option.record?.choices.oldMonthly).toBe(false);
		expect(leafAt(option, 'workload.visibleServices').basis).toBe('user');
	});

	it('keeps the range and the note, drawn as the input is', () => {
		const range = { value: 0.0003, low: 0.0001, high: 0.0006, note: 'measured' };
		expect(ofUser(range, 'mesh.proxy.c1', 'x')).toEqual({
			value: '0.0003',
			low: '0.0001',
			high: '0.0006',
			distribution: 'splitLognormal',
			basis: 'user',
			changed: true,
			planPath: 'x',
			note: 'measured'
		});
	});

	it('draws a range by its ends where a lognormal cannot have them', () => {
		const drawn = (range: { value: number; low?: number; high?: number }, path: string): string =>
			ofUser(range, path, 'x').distribution;
		expect(drawn({ value: 1, low: 0, high: 2 }, 'mesh.proxy.c1')).toBe('pert');
		expect(drawn({ value: 1, high: 2 }, 'mesh.proxy.c1')).toBe('pert');
		expect(drawn({ value: 1, low: 0, high: 2 }, 'opportunity.security.loss')).toBe('pert');
		expect(drawn({ value: 1, low: 0.5, high: 2 }, 'opportunity.security.loss')).toBe('lognormal');
		expect(drawn({ value: 1, low: 1, high: 1 }, 'node.priceHour')).toBe('fixed');
		expect(drawn({ value: 1, low: 0.5 }, 'node.priceHour')).toBe('pert');
	});

	it('writes a double without an exponent, to the last digit', () => {
		expect(ofUser(1e-7, 'mesh.proxy.c1', 'x').value).toBe('0.0000001');
		expect(ofUser(1.25e-7, 'mesh.proxy.c1', 'x').value).toBe('0.000000125');
		expect(ofUser('0.10', 'mesh.proxy.c1', 'x').value).toBe('0.10');
	});
});

describe('overrides', () => {
	const loud = { 'mesh.proxy.cpuReq': 0.05 };

	it('reach one option, all of them, or an option of the user', () => {
		const plan: Plan = {
			options: ['istio-sidecar', 'consul', { id: 'lean', from: 'consul', overrides: loud }],
			overrides: {
				'*': { 'mesh.proxy.memReqMiB': 77 },
				'istio-sidecar': { 'mesh.proxy.cpuReq': 0.2 }
			}
		};
		const cpu = (id: string): string | undefined =>
			valueAt(optionIn(plan, id), 'mesh.proxy.cpuReq');
		expect([cpu('istio-sidecar'), cpu('consul'), cpu('lean')]).toEqual(['0.2', '0.1', '0.05']);
		for (const { record } of resolved(plan).options) {
			expect(record?.values.get('mesh.proxy.memReqMiB')?.toFixed()).toBe('77');
		}
	});

	it('apply in order: all, the option it is made from, its own', () => {
		const plan: Plan = {
			options: [{ id: 'mine', from: 'linkerd', overrides: { 'mesh.proxy.m0': 3 } }],
			overrides: {
				'*': { 'mesh.proxy.m0': 1, 'mesh.proxy.c0': 0.001, 'mesh.proxy.beta': 0.7 },
				linkerd: { 'mesh.proxy.m0': 2, 'mesh.proxy.c0': 0.002 }
			}
		};
		const option = optionIn(plan, 'mine');
		const values = ['m0', 'c0', 'beta'].map((key) => valueAt(option, `mesh.proxy.${key}`));
		expect(values).toEqual(['3', '0.002', '0.7']);
		expect(leafAt(option, 'mesh.proxy.m0').planPath).toBe('overrides.mine.mesh.proxy.m0');
	});

	it('for all give no option a part that it does not have', () => {
		const overrides = {
			'*': { 'mesh.gateway.cpuReq': 0.4, 'mesh.proxy.c1': 0.0001, 'support.trainees': 50 }
		};
		const lattice = only('vpc-lattice', { overrides });
		expect(lattice.record?.choices.mesh.gateway).toBeUndefined();
		expect(valueAt(only('linkerd', { overrides }), 'mesh.gateway.cpuReq')).toBe('0.4');
		expect(valueAt(only('no-mesh', { overrides }), 'support.trainees')).toBe('0');
	});

	it('of a price stand over the list', () => {
		const option = only('linkerd', {
			overrides: { '*': { 'node.priceHour': { value: 0.3, note: 'EDP' } } }
		});
		expect(leafAt(option, 'node.priceHour')).toMatchObject({
			value: '0.3',
			note: 'EDP',
			basis: 'user'
		});
	});

	it('of an unknown quotation give a licence its price', () => {
		const path = 'support.licence.tiers[0].unitPrice';
		expect(only('linkerd-enterprise').record?.values.has(path)).toBe(false);
		const overrides = { 'linkerd-enterprise': { [path]: 300 } };
		expect(valueAt(only('linkerd-enterprise', { overrides }), path)).toBe('300');
	});
});
