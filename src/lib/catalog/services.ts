import { inForce, own } from './dated.ts';
import { figureOf } from './figure-of.ts';
import type { CloudView } from './load-cloud.ts';
import type { Figure, Missing } from './schema.ts';

/**
 * The provider's price of a service in a region, as listed: for `quantity` of the unit's denominator
 * where that is set. An amount under `*` stands for every region.
 */
export function servicePrice(cloud: CloudView, sku: string, region: string): Figure | Missing {
	const service = own(cloud.services, sku);
	if (service === undefined) {
		return {
			missing: 'not-offered',
			reason: `${cloud.label} has no service "${sku}" in the data.`
		};
	}
	const found = inForce(
		service.values,
		({ amounts }) => own(amounts, region) ?? own(amounts, '*'),
		cloud.pinned
	);
	if (found !== undefined) return figureOf(cloud, found, service);
	const reason = `No source at hand gives the price of "${service.name}" in ${region}.`;
	return service.otherwise ?? { missing: 'not-published', reason };
}
