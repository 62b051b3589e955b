import { calendarMonth } from '../format/date.ts';
import { isGap } from '../report/gap.ts';
import type { MoneyOrGap, Report, ReportOption, ReportRow } from '../report/types.ts';
import { csvText, type CsvCell, type CsvColumn, type CsvKind } from './csv-text.ts';

/** What a line is written from. */
interface Line {
	readonly report: Report;
	readonly option: ReportOption;
	readonly row: ReportRow;
	/** 0 is the one-off month. */
	readonly month: number;
	readonly cell: MoneyOrGap;
}

interface FocusColumn extends CsvColumn {
	readonly of: (line: Line) => CsvCell;
}

const column = (name: string, kind: CsvKind, of: FocusColumn['of']): FocusColumn => ({
	name,
	kind,
	of
});
const text = (name: string, of: FocusColumn['of']): FocusColumn => column(name, 'text', of);
/** A column of the specification that an estimate has nothing for. */
const nothing = (name: string, kind: CsvKind = 'text'): FocusColumn =>
	column(name, kind, () => undefined);

const cost = ({ cell }: Line): CsvCell => (isGap(cell) ? undefined : cell);
const starts = ({ report, month }: Line): CsvCell => instant(report.startMonth, month);
const ends = ({ report, month }: Line): CsvCell => instant(report.startMonth, month + 1);

/** First instant of a plan month; month 0 is the one before the plan starts. */
const instant = (start: string | undefined, month: number): CsvCell =>
	start === undefined ? undefined : `${calendarMonth(start, month)}-01T00:00:00Z`;

const PROVIDERS: Readonly<Record<string, string>> = {
	aws: 'Amazon Web Services',
	gcp: 'Google Cloud',
	azure: 'Microsoft Azure'
};

const isInfra = ({ row }: Line): boolean => row.block === 'infra';
const provider = ({ report }: Line): string =>
	PROVIDERS[report.platform.cloud] ?? report.platform.cloud;
const seller = (line: Line): string =>
	isInfra(line)
		? provider(line)
		: line.row.key === 'support.licence'
			? line.option.label
			: 'Internal';

const CATEGORIES: readonly (readonly [start: string, category: string])[] = [
	['infra.compute', 'Compute'],
	['infra.fargate', 'Compute'],
	['infra.storage', 'Storage'],
	['infra.observability', 'Management and Governance'],
	['infra.', 'Networking'],
	['support.', 'Management and Governance']
];

const categoryOf = ({ row }: Line): string =>
	CATEGORIES.find(([start]) => row.key.startsWith(start))?.[1] ?? 'Other';

/** Columns of FOCUS in alphabetical order, then ours. */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
	column('BilledCost', 'number', cost),
	nothing('BillingAccountId'),
	nothing('BillingAccountName'),
	text('BillingCurrency', ({ report }) => report.currency),
	text('BillingPeriodEnd', ends),
	text('BillingPeriodStart', starts),
	text('ChargeCategory', () => 'Usage'),
	nothing('ChargeClass'),
	text('ChargeDescription', ({ row, month }) =>
		month === 0 ? `${row.label}, before the start` : row.label
	),
	text('ChargePeriodEnd', ends),
	text('ChargePeriodStart', starts),
	column('ContractedCost', 'number', cost),
	column('EffectiveCost', 'number', cost),
	text('HostProviderName', (line) => (isInfra(line) ? provider(line) : undefined)),
	text('InvoiceIssuerName', seller),
	nothing('ListCost', 'number'),
	nothing('ListUnitPrice', 'number'),
	nothing('PricingQuantity', 'number'),
	nothing('PricingUnit'),
	text('RegionId', (line) => (isInfra(line) ? line.report.platform.region : undefined)),
	text('ServiceCategory', categoryOf),
	text('ServiceName', ({ row }) => row.label),
	text('ServiceProviderName', seller),
	nothing('SkuId'),
	text('Tags', ({ option, row }) => JSON.stringify({ block: row.block, option: option.label })),
	text('x_RecordType', () => 'Estimate'),
	text('x_ScenarioId', ({ option }) => option.id),
	text('x_Component', ({ row }) => row.key),
	nothing('x_CostLow', 'number'),
	nothing('x_CostHigh', 'number'),
	text('x_ModelVersion', ({ report }) => report.modelVersion),
	text('x_PriceSnapshot', ({ report }) => report.dataVersion),
	text('x_ExchangeRate', ({ report }) => report.exchange?.words)
];

/**
 * Spend in the shape of a FOCUS file, for tools that read bills. It is not billed data: options are
 * alternatives (`x_ScenarioId`), each line says `Estimate`. Nothing spent gets no line; a cost that
 * is not known gets one with its cost left empty.
 */
export function focusCsv(report: Report): string {
	const lines = report.options.flatMap((option) =>
		option.rows
			.filter(({ block }) => block === 'infra' || block === 'support')
			.flatMap((row) =>
				[row.month0, ...row.monthly].flatMap((cell, month) =>
					isGap(cell) || Number(cell) !== 0 ? [{ report, option, row, month, cell }] : []
				)
			)
	);
	return csvText(
		FOCUS_COLUMNS,
		lines.map((line) => FOCUS_COLUMNS.map(({ of }) => of(line)))
	);
}
