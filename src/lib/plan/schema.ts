import * as z from 'zod/mini';
import { FEATURES, isMeshId, MESH_IDS } from '../catalog/mesh-ids.ts';
import { aboveZero, type Input } from '../engine/inputs.ts';
import { LIST_LIMITS } from '../engine/record-fields.ts';
import { nearest } from '../engine/nearest.ts';
import { GROUP_FIELDS, NULLABLE_FIELDS, NUMBER_FIELDS } from './number-fields.ts';
import { inputOf } from './input-of.ts';
import { readOverrides } from './overrides.ts';
import {
	amount,
	currencyCode,
	day,
	listOf,
	month,
	name,
	numberOrNull,
	numbers,
	oneOf,
	optional,
	ownId,
	placeName,
	readBy,
	yesNo
} from './parts.ts';
import {
	BILLINGS,
	CLOUDS,
	COMMITMENTS,
	FISCAL_STARTS,
	GROUP_RUNTIMES,
	METRICS,
	PACKING_MODES,
	PLATFORM_RUNTIMES,
	ROUNDINGS,
	SIZINGS,
	type Overrides,
	type PlanOption
} from './plan.ts';
import { problemsOf } from './problems.ts';
import { listed, quoted } from './text.ts';

/** Options side by side; more are not read at a glance, nor drawn. */
export const MOST_OPTIONS = 12;

/** Units of a currency for one dollar: not an input of the model, which works in dollars. */
const RATE: Input = {
	...inputOf('storage.perGiBMonth'),
	unit: '1',
	label: 'Units of the currency for one US dollar',
	domain: { ...aboveZero, max: 1e7, words: 'above 0, at most 10^7' }
};

const group = z.strictObject({
	id: optional(name),
	...numbers(GROUP_FIELDS),
	meshed: optional(yesNo),
	runtime: optional(oneOf(GROUP_RUNTIMES))
});

const workload = z.strictObject({
	...numbers(NUMBER_FIELDS.workload),
	visibleServices: optional(numberOrNull(NULLABLE_FIELDS.workload.visibleServices)),
	groups: optional(listOf(group, LIST_LIMITS['workload.groups'] ?? 0)),
	edgeMeshed: optional(yesNo),
	season: optional(z.nullable(z.array(amount(inputOf('workload.season[0]')))))
});

const platform = z.strictObject({
	...numbers(NUMBER_FIELDS.platform),
	cloud: optional(oneOf(CLOUDS)),
	region: optional(placeName),
	nodeType: optional(placeName),
	runtime: optional(oneOf(PLATFORM_RUNTIMES)),
	commitment: optional(oneOf(COMMITMENTS)),
	billing: optional(oneOf(BILLINGS)),
	sizing: optional(oneOf(SIZINGS)),
	packingMode: optional(oneOf(PACKING_MODES)),
	azBalanced: optional(yesNo),
	surviveAzLoss: optional(yesNo)
});

const meshId = oneOf(MESH_IDS);
const overrides = readBy<Overrides>(readOverrides);

const ownOption = z.strictObject({
	id: ownId,
	from: meshId,
	label: optional(name),
	overrides: optional(overrides)
});

/** One of ours by its id, or one made from it. */
const option = readBy<PlanOption>((value) => {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		const read = ownOption.safeParse(value);
		return read.success
			? { value: read.data }
			: { problems: problemsOf(ownOption, value, read.error.issues) };
	}
	if (typeof value === 'string' && isMeshId(value)) return { value };
	const near = typeof value === 'string' ? nearest(value, MESH_IDS) : undefined;
	const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
	const message = `${quoted(value)} is not one of ${listed(MESH_IDS)}${hint}.`;
	return { problems: [{ path: '', message }] };
});

const off = optional(amount(inputOf('mesh.feeDiscount')));

/** Fractions off list prices. */
const discounts = z.strictObject({
	compute: off,
	storage: off,
	transfer: off,
	loadBalancer: off,
	observability: off,
	meshFee: off,
	licence: off
});

const finance = z.strictObject({
	...numbers(NUMBER_FIELDS.finance),
	startMonth: optional(z.nullable(month)),
	currency: optional(currencyCode),
	rate: optional(amount(RATE)),
	rateDate: optional(day),
	rateSource: optional(name),
	rounding: optional(oneOf(ROUNDINGS)),
	fiscalYearStart: optional(oneOf(FISCAL_STARTS)),
	discounts: optional(discounts)
});

const migration = z.strictObject({
	...numbers(NUMBER_FIELDS.migration),
	oldMonthly: optional(numberOrNull(NULLABLE_FIELDS.migration.oldMonthly)),
	from: optional(z.nullable(meshId))
});

const opportunity = z.strictObject({
	...numbers(NUMBER_FIELDS.opportunity),
	enabled: optional(yesNo),
	features: optional(listOf(oneOf(FEATURES), FEATURES.length)),
	incidents: optional(z.strictObject(numbers(NUMBER_FIELDS['opportunity.incidents']))),
	security: optional(z.strictObject(numbers(NUMBER_FIELDS['opportunity.security']))),
	confidence: optional(z.strictObject(numbers(NUMBER_FIELDS['opportunity.confidence'])))
});

/** The plan file (`design.md` §3). Unknown fields are refused, at every level. */
export const planSchema = z.strictObject({
	version: optional(z.literal(1)),
	name: optional(name),
	workload: optional(workload),
	platform: optional(platform),
	options: optional(listOf(option, MOST_OPTIONS)),
	people: optional(z.strictObject(numbers(NUMBER_FIELDS.people))),
	network: optional(z.strictObject(numbers(NUMBER_FIELDS.network))),
	observability: optional(
		z.strictObject({
			...numbers(NUMBER_FIELDS.observability),
			metrics: optional(oneOf(METRICS))
		})
	),
	latency: optional(z.strictObject(numbers(NUMBER_FIELDS.latency))),
	migration: optional(migration),
	opportunity: optional(opportunity),
	finance: optional(finance),
	points: optional(yesNo),
	data: optional(z.strictObject({ pinned: optional(day) })),
	overrides: optional(z.record(z.string(), overrides))
});
