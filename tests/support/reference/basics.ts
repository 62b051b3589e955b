import type { RecordJson } from '../records/record-json.ts';

/**
 * A second, independent implementation of `model.md`: plain loops over doubles, written from the
 * document and not from the engine. Its only use is to disagree.
 */

/** ceil* and floor* of §1. */
export const ceilStar = (x: number): number => Math.max(0, Math.ceil(x - 1e-9));
export const floorStar = (x: number): number => Math.floor(x + 1e-9);

/** A field that was left out: 0, or the default that §2 names. */
export const or = (value: number | null | undefined, otherwise = 0): number => value ?? otherwise;

/** Month of a plan, k = 0 in month 1. */
export interface At {
	readonly record: RecordJson;
	readonly k: number;
}

export const hours = ({ time }: RecordJson): number => or(time?.hoursPerMonth, 730);
export const seconds = (record: RecordJson): number => hours(record) * 3600;
export const bytesPerGB = ({ network }: RecordJson): number => or(network?.bytesPerGB, 1e9);
export const clustersOf = ({ workload }: RecordJson): number => or(workload?.clusters, 1);
export const azsOf = ({ workload }: RecordJson): number => or(workload?.azs, 1);
export const headroom = ({ workload }: RecordJson): number => or(workload?.headroom);
export const peak = ({ workload }: RecordJson): number => or(workload?.peakToAverage, 1);

/** A yearly change in whole years since the start. */
export const yearly = (rate: number | undefined, k: number): number =>
	(1 + or(rate)) ** Math.floor(k / 12);
export const drift = ({ record, k }: At): number => yearly(record.time?.cloudPriceDriftAnnual, k);
export const inflation = ({ record, k }: At): number =>
	yearly(record.time?.labourInflationAnnual, k);
