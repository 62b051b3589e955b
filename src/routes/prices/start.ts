import type { PriceFilter } from '$lib/components/sources/price-filter.ts';

/** Rows shown at a time: a table of ten thousand would not scroll. */
export const PAGE_SIZE = 100;

/** The filter that the first HTML is made with, but for the region. */
export const START: Omit<PriceFilter, 'region'> = { group: '*', text: '', only: 'all' };
