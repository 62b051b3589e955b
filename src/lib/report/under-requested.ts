import { isGap } from './is-gap.ts';
import type { ReportOption } from './types.ts';

/** How the remark on requests begins where proxies use more than is asked for them. */
export const UNDER_REQUESTED = 'under-requested';

/** What is requested for proxies is less than they use: to be told beside a cost, too. */
export function underRequested({ capacity }: Pick<ReportOption, 'capacity'>): string | undefined {
	const remark = isGap(capacity) ? undefined : capacity.remark;
	return remark?.startsWith(UNDER_REQUESTED) ? remark : undefined;
}
