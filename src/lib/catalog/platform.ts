import type { PlatformEntry } from './cloud-schema.ts';
import { own } from './dated.ts';
import { product } from './decimal-text.ts';
import { figureOf } from './figure-of.ts';
import type { CloudView } from './load-cloud.ts';
import { isMissing } from './missing.ts';
import type { Figure, Missing } from './schema.ts';
import { servicePrice } from './services.ts';

/** The prices of a region that the model needs, by what it calls them. Units are the engine's. */
export const PLATFORM_KEYS = [
	'bytesPerGB',
	'crossAzPerGB',
	'lbHour',
	'lbPerGB',
	'perGiBMonth',
	'perGBTrace',
	'perGBLog',
	'perMillionSamples',
	'fargateVcpuHour',
	'fargateGibHour',
	'clusterHour',
	'appMeshPerProxyHour',
	'serviceConnectPerProxyHour',
	'latticePerServiceHour',
	'latticePerGB',
	'latticePerMillionRequests',
	'latticeFreeRequestsPerServiceHour',
	'cloudServiceMeshPerProxyHour'
] as const;
export type PlatformKey = (typeof PLATFORM_KEYS)[number];
export type PlatformPrices = Readonly<Record<PlatformKey, Figure | Missing>>;

type Rule = Extract<PlatformEntry, { readonly sku: string }>;

/** What the model makes of a listed price: a product, or a stand-in that says so. */
function applied(rule: Rule, listed: Figure): Figure {
	const { quantity: _, ...rest } = listed;
	const amount = rule.times === undefined ? listed.amount : product(listed.amount, rule.times);
	const figure = { ...rest, amount, unit: rule.unit };
	if (listed.method === 'assumed' || rule.method === 'assumed') {
		const reasons = [rule.reason, listed.reason].filter((reason) => reason !== undefined);
		return {
			...figure,
			method: 'assumed',
			grade: 'D',
			reason: reasons.join(' '),
			...(rule.derivation === undefined ? {} : { derivation: rule.derivation })
		};
	}
	if (rule.derivation === undefined) return figure;
	return { ...figure, method: 'derived', derivation: `${rule.derivation} (${rule.sku})` };
}

/** One of them, for who needs no more. */
export function platformPrice(
	cloud: CloudView,
	region: string,
	key: PlatformKey
): Figure | Missing {
	const entry = own(cloud.platform, key);
	if (entry === undefined) {
		return { missing: 'not-published', reason: `The data of ${cloud.label} has no "${key}".` };
	}
	if (isMissing(entry)) return entry;
	if (!('sku' in entry)) {
		return figureOf(cloud, { amount: entry.amount, said: entry }, { unit: entry.unit });
	}
	const listed = servicePrice(cloud, entry.sku, region);
	return isMissing(listed) ? listed : applied(entry, listed);
}

/**
 * Every price of a region that the model needs.
 *
 * `crossAzPerGB` is what one GB that moves between zones costs in all; `perMillionSamples` and
 * `latticePerMillionRequests` are USD per million, as the record has them.
 */
export function platformPrices(cloud: CloudView, region: string): PlatformPrices {
	const of = (key: PlatformKey): Figure | Missing => platformPrice(cloud, region, key);
	return {
		bytesPerGB: of('bytesPerGB'),
		crossAzPerGB: of('crossAzPerGB'),
		lbHour: of('lbHour'),
		lbPerGB: of('lbPerGB'),
		perGiBMonth: of('perGiBMonth'),
		perGBTrace: of('perGBTrace'),
		perGBLog: of('perGBLog'),
		perMillionSamples: of('perMillionSamples'),
		fargateVcpuHour: of('fargateVcpuHour'),
		fargateGibHour: of('fargateGibHour'),
		clusterHour: of('clusterHour'),
		appMeshPerProxyHour: of('appMeshPerProxyHour'),
		serviceConnectPerProxyHour: of('serviceConnectPerProxyHour'),
		latticePerServiceHour: of('latticePerServiceHour'),
		latticePerGB: of('latticePerGB'),
		latticePerMillionRequests: of('latticePerMillionRequests'),
		latticeFreeRequestsPerServiceHour: of('latticeFreeRequestsPerServiceHour'),
		cloudServiceMeshPerProxyHour: of('cloudServiceMeshPerProxyHour')
	};
}
