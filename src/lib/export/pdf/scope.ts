import { cloudName } from '../../format/cloud-name.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import type { Report, ReportOption } from '../../report/types.ts';

/** What is estimated, against what, on which basis: the sentences below the ask. */
export function scopeOf(report: Report, best: ReportOption | undefined): string {
	const { platform, options, comparison, billing, exchange } = report;
	const { cloud, region, nodeType } = platform;
	const nodes = billing === 'provisioned' ? 'whole nodes' : 'the share of nodes used';
	const others = comparison.ranking.length - 1;
	const against =
		others < 1
			? 'No other option could be ranked'
			: `Compared with ${formatCount(others)} other ${others === 1 ? 'option' : 'options'}`;
	const zero = options.some(({ kind }) => kind === 'none')
		? ' Doing nothing costs nothing here: its cost is what it forgoes, shown apart.'
		: '';
	return (
		`${sizeOf(report, best)} on ${cloudName(cloud)}, ${region}, nodes ${nodeType}, ` +
		`billed by ${nodes}. ${against} on the same basis.${zero}` +
		(exchange === undefined ? '' : ` Converted cell by cell: ${exchange.words}.`)
	);
}

/** "300 pods in 1 cluster, 60 services, 1,000 requests a second entering". */
function sizeOf({ assumptions }: Report, best: ReportOption | undefined): string {
	const of = (path: string): string | undefined => {
		const value = assumptions.find((known) => known.path === path)?.value;
		return value === undefined ? undefined : formatNumber(Number(value));
	};
	const capacity = best === undefined || 'missing' in best.capacity ? undefined : best.capacity;
	const pods =
		capacity === undefined ? of('workload.groups[0].pods') : formatNumber(capacity.month1.pods);
	const clusters = of('workload.clusters');
	const parts = [
		pods === undefined ? undefined : `${pods} pods`,
		clusters === undefined ? undefined : `${clusters} ${clusters === '1' ? 'cluster' : 'clusters'}`,
		of('workload.services') === undefined ? undefined : `${of('workload.services') ?? ''} services`,
		of('workload.edgeRps') === undefined
			? undefined
			: `${of('workload.edgeRps') ?? ''} requests a second entering`
	].filter((part) => part !== undefined);
	return parts.length === 0 ? 'A plan' : parts.join(', ');
}
