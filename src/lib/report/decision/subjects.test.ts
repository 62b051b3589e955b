import { describe, expect, it } from 'vitest';
import type { Supply } from '../../engine/simulate/supply.ts';
import { columnOf } from '../../engine/simulate/supply.ts';
import type { Plan } from '../../plan/plan.ts';
import { catalogs, TODAY } from '../../plan/resolve/example-resolve.ts';
import { workOut } from '../work-out.ts';
import { movedSubject } from './moved.ts';
import { subjectOf } from './subjects.ts';

function optionsOf(plan: Plan) {
	const asked = { plan, catalog: catalogs.aws, generatedAt: TODAY, reading: 'doubles' } as const;
	const found = workOut(asked);
	if (!found.ok) throw new Error(found.errors[0]?.message);
	return found.value.options;
}

/** Where the values of one input of an option come from, and its leaf. */
function inputOf(plan: Plan, id: string, path: string) {
	const entry = optionsOf(plan).find(({ option }) => option.id === id);
	if (entry === undefined) throw new Error(`no option ${id}`);
	return { supply: subjectOf(entry)?.supplyOf(path), leaf: entry.option.leaves.get(path) };
}

/** The value of a supply with every draw at its central figure. */
function central(supply: Supply | undefined): number {
	if (supply === undefined) return NaN;
	if (supply.kind === 'fixed') return supply.value;
	return supply.kind === 'drawn' ? supply.spec.central : central(supply.of) * central(supply.times);
}
const column = (supply: Supply | undefined): string | undefined =>
	supply?.kind === 'drawn' ? columnOf(supply.spec) : undefined;

const TUNNEL = 'mesh.ztunnel.c1';
const WAYPOINT = 'mesh.waypoint.c1';
const SIDECAR = 'mesh.proxy.c1';

describe('an input that is a share of another (model §15, one basis)', () => {
	it.each([
		[TUNNEL, 0.2, 0.3, 0.65],
		[WAYPOINT, 1, 1.25, 1.5]
	])('draws %s as Istio’s own sidecar times a share of %d to %d to %d', (path, low, mid, high) => {
		const { supply, leaf } = inputOf({}, 'istio-ambient', path);
		if (supply?.kind !== 'product') throw new Error(`${path} is no product`);
		expect(column(supply.of)).toBe(column(inputOf({}, 'istio-sidecar', SIDECAR).supply));
		expect(supply.times).toMatchObject({
			kind: 'drawn',
			spec: { path: `${path} as a share`, low, central: mid, high }
		});
		expect(Math.abs(central(supply) / Number(leaf?.value) - 1)).toBeLessThan(1e-12);
	});

	it('draws both shares of the same sidecar, and each on its own', () => {
		const [tunnel, waypoint] = [TUNNEL, WAYPOINT].map(
			(path) => inputOf({}, 'istio-ambient', path).supply
		);
		if (tunnel?.kind !== 'product' || waypoint?.kind !== 'product') throw new Error('no products');
		expect(column(tunnel.of)).toBe(column(waypoint.of));
		expect(column(tunnel.times)).not.toBe(column(waypoint.times));
	});

	it('follows a sidecar that the user has measured, but keeps the share a draw', () => {
		const overrides = { 'istio-sidecar': { [SIDECAR]: 0.0004 } };
		const { supply } = inputOf({ overrides }, 'istio-ambient', TUNNEL);
		expect(supply).toMatchObject({
			kind: 'product',
			of: { kind: 'fixed', value: 0.0004 },
			times: { kind: 'drawn' }
		});
		// By hand: 0.3 × 0.0004.
		expect(central(supply).toFixed(12)).toBe('0.000120000000');
	});

	it('is the user’s own number where he has measured the tunnel too', () => {
		const overrides = { 'istio-ambient': { [TUNNEL]: 0.0001 } };
		expect(inputOf({ overrides }, 'istio-ambient', TUNNEL).supply).toEqual({
			kind: 'fixed',
			value: 0.0001
		});
	});
});

describe('an input that is exactly so many times another', () => {
	const PAYLOAD = 'workload.payloadKiB';
	const BYTES = 'workload.bytesPerCall';

	it('is a number where the other is one: 4 KiB are 4096 bytes', () => {
		const plan = { workload: { payloadKiB: 4 } };
		const { supply } = inputOf(plan, 'linkerd', BYTES);
		expect(supply).toEqual({ kind: 'fixed', value: 4096 });
	});

	it('is the very draw of the other, 1024 times, where that is drawn', () => {
		const plan = { overrides: { '*': { [PAYLOAD]: { value: 4, low: 2, high: 16 } } } };
		const { supply } = inputOf(plan, 'linkerd', BYTES);
		if (supply?.kind !== 'product') throw new Error('no product');
		expect(column(supply.of)).toBe(column(inputOf(plan, 'linkerd', PAYLOAD).supply));
		expect(supply.times).toEqual({ kind: 'fixed', value: 1024 });
		expect(central(supply)).toBe(4096);
	});

	it('follows the other where that is moved alone, and nothing else does', () => {
		const [entry] = optionsOf({ options: ['linkerd'] });
		if (entry === undefined) throw new Error('no option');
		const of: Supply = { kind: 'fixed', value: 9 };
		const moved = movedSubject(entry, new Map([[PAYLOAD, of]]));
		expect(moved?.supplyOf(PAYLOAD)).toEqual(of);
		const times = { kind: 'fixed', value: 1024 };
		expect(moved?.supplyOf(BYTES)).toEqual({ kind: 'product', of, times, whole: false });
		const other = entry.run?.values.get(SIDECAR)?.toNumber();
		expect(moved?.supplyOf(SIDECAR)).toEqual({ kind: 'fixed', value: other });
	});
});
