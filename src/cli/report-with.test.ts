import { beforeAll, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../lib/catalog/catalog.ts';
import { drawPacked, type PackedAsk } from '../lib/engine/simulate/packed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import type { Report } from '../lib/report/types.ts';
import type { Beside } from './beside.ts';
import { reportWith } from './report-with.ts';

let catalog: Catalog;
beforeAll(async () => {
	catalog = await loadCatalog('aws');
});

const simulating = { samples: 300, seed: 7 };

async function made(plan: Plan, brief: boolean, beside?: Beside): Promise<Report> {
	const asked = { plan, catalog, generatedAt: '2026-11-24T00:00:00.000Z' };
	const found = await reportWith(asked, { simulating, brief, beside });
	if (!found.ok) throw new Error(found.errors[0]?.message);
	return found.value.report;
}

/** Draws here what has been copied as between processes, and keeps what was asked. */
function copying(): Beside & { readonly asked: PackedAsk[] } {
	const asked: PackedAsk[] = [];
	const draw = (one: PackedAsk) => {
		asked.push(structuredClone(one));
		return Promise.resolve(structuredClone(drawPacked(structuredClone(one))));
	};
	return { asked, draw, end: () => undefined };
}

const failing: Beside = { draw: () => Promise.resolve(undefined), end: () => undefined };

const UNPRICED: Plan = { options: ['linkerd', 'linkerd-enterprise', 'istio-ambient', 'no-mesh'] };
const NOT_OFFERED: Plan = { options: ['cloud-service-mesh'] };
const PLANS: readonly (readonly [string, Plan])[] = [
	['the default plan', {}],
	['a plan with an option whose licence has no price', UNPRICED],
	['a plan of one option', { options: ['consul'] }],
	['a plan whose one option is not offered here', NOT_OFFERED]
];

it.each(PLANS)('says of %s the same, digit for digit, with a process beside', async (_, plan) => {
	for (const brief of [true, false]) {
		const beside = copying();
		const alone = await made(plan, brief);
		expect(JSON.stringify(await made(plan, brief, beside))).toBe(JSON.stringify(alone));
		expect(beside.asked).toHaveLength(plan === NOT_OFFERED ? 0 : 1);
	}
});

it('asks the process for 300 samples from seed 7, and keeps no months for a table', async () => {
	const beside = copying();
	await made({}, true, beside);
	expect(beside.asked[0]).toMatchObject({ samples: 300, seed: 7, keptMonths: 0 });
});

it('draws by itself where the process fails', async () => {
	expect(await made(UNPRICED, true, failing)).toEqual(await made(UNPRICED, true));
});

it('leaves the process alone for a plan that wants points', async () => {
	const beside = copying();
	const report = await made({ points: true }, true, beside);
	expect(beside.asked).toEqual([]);
	expect(report.comparison.simulation).toBe(undefined);
});
