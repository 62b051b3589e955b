import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { catalogs, TODAY } from '../plan/resolve/example-resolve.ts';
import { buildReport, reportOf } from './build-report.ts';
import { isGap } from './gap.ts';
import type { Report, ReportOption } from './types.ts';
import { whyOf } from './why.ts';
import { workOut, type Worked } from './work-out.ts';

const catalogOf = ({ platform }: Plan) => catalogs[platform?.cloud ?? 'aws'];

function worked(plan: Plan): Worked {
	const found = workOut({ plan, catalog: catalogOf(plan), generatedAt: TODAY, reading: 'doubles' });
	if (!found.ok) throw new Error(found.errors[0]?.message);
	return found.value;
}

const report = (plan: Plan): Report => reportOf(worked(plan), TODAY);

function optionOf({ options }: Report, id: string): ReportOption {
	const found = options.find((option) => option.id === id);
	if (found === undefined) throw new Error(`no option ${id}`);
	return found;
}

const codes = (plan: Plan): readonly string[] => report(plan).warnings.map(({ code }) => code);

describe('a report', () => {
	it('tells a wrong region instead of guessing', () => {
		const plan = { platform: { region: 'nowhere-1' } };
		const built = buildReport({
			plan,
			catalog: catalogs.aws,
			generatedAt: TODAY,
			reading: 'doubles'
		});
		expect(built).toMatchObject({ ok: false, errors: [{ path: 'platform.region' }] });
	});

	it('names the horizon, the place and the version of data also where no option can be had', () => {
		const plan: Plan = {
			options: ['vpc-lattice'],
			platform: { cloud: 'gcp' },
			finance: { months: 24 }
		};
		const built = report(plan);
		expect(built).toMatchObject({ months: 24, platform: { cloud: 'gcp' } });
		expect(built.dataVersion).toBe(catalogs.gcp.cloud.updated);
		expect(built.comparison.ranking).toEqual([]);
		expect(built.sentence).toBe('None of these options can be priced here');
		expect(built.subSentence).toContain('VPC Lattice runs on AWS only');
	});

	it('takes prices of the day that a plan pins, whatever the catalog was read for', () => {
		expect(report({ data: { pinned: '2026-07-10' } }).dataVersion).toBe('2026-07-10');
	});

	it('says that only people count where no pod is in the mesh', () => {
		const plan: Plan = { workload: { pods: 0 } };
		const none = report(plan);
		const infra = none.options.flatMap(({ totals }) => (isGap(totals.infra) ? [] : [totals.infra]));
		expect(new Set(infra.map(Number))).toEqual(new Set([0]));
		expect(none.sentence).toMatch(
			/^No pod is in the mesh, so only people count: .+ costs least here: \$[\d.]+k over 36 months/
		);
		expect(report({ workload: { pods: 1 } }).sentence).not.toContain('No pod');
		expect(report({ ...plan, options: ['no-mesh'] }).sentence).not.toContain('No pod');
	});

	it('ends App Mesh in a plan from December 2026, and lets it end within one from June', () => {
		const late = optionOf(report({}), 'app-mesh');
		expect(late).toMatchObject({ status: 'ended', statusReason: 'support ended on 30 Sep 2026' });
		const early = report({ finance: { startMonth: '2026-06' } });
		expect(optionOf(early, 'app-mesh').statusReason).toBe('its support ends before month 5');
		for (const built of [report({}), early]) {
			expect(built.comparison.ranking).not.toContain('app-mesh');
			expect(built.comparison.excluded.map(({ id }) => id)).toContain('app-mesh');
		}
	});

	it('makes rows of a commitment without a price a gap that says so, on Azure', () => {
		const plan: Plan = { platform: { cloud: 'azure', commitment: '1y' } };
		const { rows, totals } = optionOf(report(plan), 'linkerd');
		const compute = rows.find(({ key }) => key === 'infra.compute');
		expect(isGap(compute?.total)).toBe(true);
		expect(totals.spend).toMatchObject({ missing: 'not-published' });
		expect(isGap(totals.support)).toBe(false);
	});

	it('prices a commitment on Azure once its discount is entered', () => {
		const azure = { cloud: 'azure', commitment: '3y' } as const;
		const built = report({ platform: { ...azure, commitmentDiscount: 0.5 } });
		const listed = report({ platform: { cloud: 'azure' } });
		expect(built.comparison.ranking).toEqual(
			expect.arrayContaining([...listed.comparison.ranking])
		);
		const compute = (from: Report): number => {
			const row = optionOf(from, 'linkerd').rows.find(({ key }) => key === 'infra.compute');
			return Number(row?.monthly[0]);
		};
		expect(compute(built)).toBeLessThan(compute(listed));
	});

	it('shows the other billing beside either, and one order for both views of it', () => {
		const of = (billing: 'provisioned' | 'allocated'): Report => report({ platform: { billing } });
		const [bill, share] = [of('provisioned'), of('allocated')];
		const linkerd = optionOf(bill, 'linkerd').totals;
		expect(linkerd.spendOtherwise).toBe(optionOf(share, 'linkerd').totals.spend);
		expect(linkerd.spendOtherwise).not.toBe(linkerd.spend);
		expect(bill.comparison.rankingOtherwise).toEqual(share.comparison.ranking);
		expect(bill.comparison.rankingDiffers).toBe(share.comparison.rankingDiffers);
	});

	it('counts use by the same parts for every mesh: proxies, tunnels and waypoints', () => {
		const all = worked({});
		for (const id of ['istio-sidecar', 'linkerd', 'consul']) {
			const { run } = all.options.find(({ option }) => option.id === id) ?? {};
			const value = (key: string): number => Number(run?.answers.of(key));
			const { capacity } = optionOf(reportOf(all, TODAY), id);
			expect(isGap(capacity) ? undefined : capacity.month1.coresUsed).toBe(
				value('sidecar.count') * value('sidecar.cpuUsePeak')
			);
		}
	});

	it('marks the inputs that fields show in per cent, and no other', () => {
		const inputs = report({}).assumptions;
		const isPercent = (path: string) => inputs.find((one) => one.path === path)?.percent === true;
		expect(['workload.growthPodsMonthly', 'time.discountAnnual'].map(isPercent)).toEqual([
			true,
			true
		]);
		expect(['workload.peakToAverage', 'mesh.proxy.beta', 'support.fteBase'].some(isPercent)).toBe(
			false
		);
	});

	it('pays nothing but support before month 1, and says what of it', () => {
		const built = report({ migration: { from: 'istio-sidecar' } });
		for (const { rows, totals } of built.options) {
			const paid = rows.filter(({ month0 }) => !isGap(month0) && Number(month0) !== 0);
			expect(paid.filter(({ block }) => block !== 'support')).toEqual([]);
			const support = rows.filter(({ block }) => block === 'support');
			if (isGap(totals.oneOff)) continue;
			// In cents: sums of doubles would differ in their last digits.
			const sum = support.reduce((all, { month0 }) => all + Math.round(Number(month0) * 100), 0);
			expect(Math.round(Number(totals.oneOff) * 100)).toBe(sum);
		}
		expect(built.subSentence).toMatch(
			/^Of it \$[\d.]+k is support, \$[\d.]+k of that before month 1, and \$[\d.]+k infrastructure\./
		);
	});

	it('lists each input once where all options agree, with the field that sets it', () => {
		const { assumptions, sources } = report({});
		const prices = assumptions.filter(({ path }) => path === 'node.priceHour');
		expect(prices).toHaveLength(1);
		expect(prices[0]?.planPath).toBe('platform.nodeType');
		expect(assumptions.find(({ path }) => path === 'support.rateHour')?.planPath).toBe(
			'people.hourlyRate'
		);
		expect(assumptions.some(({ path }) => path === 'latency.sloHopP99Ms')).toBe(true);
		expect(sources.length).toBeGreaterThan(10);
	});

	it('explains month 0 of a row without one-off part, and no step that is not there', () => {
		const all = worked({});
		const ask = (id: string, month: number) => whyOf({ worked: all, option: 'linkerd', id, month });
		expect(ask('infra.compute', 0)).toMatchObject({ value: '0', formula: '0', terms: [] });
		expect(ask('support.training', 0)?.terms.length).toBeGreaterThan(0);
		expect(ask('nothing.of.the.kind', 1)).toBeUndefined();
		// 0.25 of the base and 60 services at 0.1 for a hundred: 0.31, in steps of 0.05.
		expect(ask('fte', 1)).toMatchObject({ label: 'Engineers in total', value: '0.35' });
		const needed = ask('fteNeeded', 1);
		expect(needed?.value).toBe('0.31');
		const base = needed?.terms.find(({ id }) => id === 'support.fteBase');
		expect(base).toMatchObject({
			kind: 'input',
			label: 'Base engineers to run the mesh',
			value: '0.25'
		});
		expect(ask('eastWestPods', 1)).toMatchObject({ value: '0' });
	});
});

describe('notes that a reader must have seen', () => {
	it('are 2 of the default plan: what ended, and prices of 90 days or more', () => {
		expect(codes({})).toContain('ENDED');
		expect(codes({})).toContain('STALE_PRICES');
		expect(codes({})).not.toContain('UNSCOPED');
	});

	it('come with what the plan does: 5 cases', () => {
		expect(codes({ workload: { pods: 501 } })).toContain('UNSCOPED');
		expect(codes({ workload: { pods: 500, growthPodsMonthly: 0 } })).not.toContain('UNSCOPED');
		expect(codes({ platform: { coverage: 0.5 } })).toContain('COVERAGE_WITHOUT_TERM');
		expect(codes({ platform: { spotShare: 0.5 } })).toContain('PLANE_ON_SPOT');
		expect(codes({ network: { localityMesh: 0.5 } })).toContain('LOCALITY');
		const season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2];
		expect(codes({ workload: { season } })).toContain('SEASON_NORMALISED');
	});

	it('say why no mesh costs nothing until a benefit is entered, and why zero pods cost people', () => {
		expect(codes({})).toContain('NO_MESH_COSTS_NOTHING');
		const replaced = { opportunity: { replacedMonthly: 1000 } };
		expect(codes(replaced)).not.toContain('NO_MESH_COSTS_NOTHING');
		expect(codes({ options: ['linkerd'] })).not.toContain('NO_MESH_COSTS_NOTHING');
		expect(codes({ workload: { pods: 0 } })).toContain('NOTHING_MESHED');
		expect(codes({})).not.toContain('NOTHING_MESHED');
	});

	it('say that the payload no longer sets what crosses zones once the bytes are entered', () => {
		expect(codes({ workload: { bytesPerCall: 100 } })).toContain('BYTES_ENTERED');
		expect(codes({ workload: { payloadKiB: 8 } })).not.toContain('BYTES_ENTERED');
	});

	it('name the meshes that leave pods on Fargate outside', () => {
		const groups = [{ pods: 10 }, { pods: 5, runtime: 'fargate' as const }];
		const { warnings } = report({ workload: { groups }, platform: { region: 'us-east-1' } });
		const note = warnings.find(({ code }) => code === 'GROUP_OUT_OF_REACH');
		expect(note?.options).toContain('linkerd');
		expect(note?.options).not.toContain('app-mesh');
	});
});
