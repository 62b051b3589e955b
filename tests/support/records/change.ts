import type { RecordJson } from './record-json.ts';

type Parts = { readonly [K in keyof RecordJson]?: Partial<NonNullable<RecordJson[K]>> };

/** A record with fields of its parts replaced. A part that is null stays as it is. */
export function change(record: RecordJson, parts: Parts): RecordJson {
	const changed: Record<string, unknown> = { ...record };
	for (const [key, fields] of Object.entries(parts)) {
		const before = changed[key];
		if (before === null) continue;
		changed[key] = typeof fields === 'object' ? { ...(before as object), ...fields } : fields;
	}
	return changed;
}

const PRICE =
	/^(price|fee(?!Discount)|vcpuHour|gibHour|per(GiBMonth|MillionSamples|GBTrace|GBLog)|crossAzPerGB|lbHour|lbPerGB|rateHour|onCallMonthly|trainingFee|consulting|unitPrice|minimumAnnual|cash|oldMonthly|waitingMonthly|costPerHour|loss|replacedMonthly|revenueMonthly)/;

/** Every price, fee, rate and invoice of a record times a factor. */
export function priced(record: RecordJson, factor: number): RecordJson {
	const visit = (value: unknown, key: string): unknown => {
		if (typeof value === 'number') return PRICE.test(key) ? value * factor : value;
		if (Array.isArray(value)) return value.map((item) => visit(item, key));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, name)]));
	};
	return visit(record, '') as RecordJson;
}
