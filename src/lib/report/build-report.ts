import { exchangeOf } from './exchange.ts';
import { dataVersionOf } from './data-version.ts';
import { MODEL_VERSION } from '../engine/version.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import { FISCAL_STARTS, type Plan } from '../plan/plan.ts';
import { assumptionsOf, isListPrice } from './assumptions.ts';
import { comparisonOf } from './compare.ts';
import { askOf } from './decision/ask.ts';
import { optionOf } from './option.ts';
import { sentenceOf, subSentenceOf } from './sentence.ts';
import { sourcesOf } from './sources.ts';
import type { Report, ReportAssumption } from './types.ts';
import { warningsOf } from './warnings.ts';
import { workOut, type Asked, type Worked } from './work-out.ts';

/** The report of a plan: one pure object, the same for every rendering. */
export function buildReport(asked: Asked): Parsed<Report> {
	const worked = workOut(asked);
	return worked.ok ? success(reportOf(worked.value, asked.generatedAt)) : worked;
}

/** The report of a plan that has been worked out already. */
export function reportOf(worked: Worked, generatedAt: string): Report {
	const { plan, catalog, resolved, currency } = worked;
	const options = worked.options.map((entry) => optionOf(entry, worked));
	const comparison = comparisonOf(worked, options);
	const assumptions = assumptionsOf(worked);
	const billing = plan.platform?.billing ?? 'provisioned';
	const told = { options, comparison, months: resolved.months, billing, currency: currency.code };
	const ask = askOf(told);
	return {
		version: 1,
		modelVersion: MODEL_VERSION,
		dataVersion: dataVersionOf(catalog),
		generatedAt,
		plan,
		name: plan.name ?? 'Service mesh plan',
		currency: currency.code,
		...exchangeOf(currency),
		months: told.months,
		startMonth: resolved.startMonth,
		...fiscalYear(plan),
		billing,
		pricesAsOf: pricesAsOf(assumptions),
		platform: {
			cloud: resolved.place.cloud,
			region: resolved.place.region,
			nodeType: resolved.place.nodeType
		},
		options,
		comparison,
		assumptions,
		sources: sourcesOf(assumptions, catalog, worked.today),
		warnings: warningsOf({ worked, options, comparison, assumptions }),
		...(ask === undefined ? {} : { ask }),
		sentence: sentenceOf(told),
		subSentence: subSentenceOf(told)
	};
}

function fiscalYear({ finance }: Plan): Pick<Report, 'fiscalYearStart'> {
	const start = finance?.fiscalYearStart;
	return start === undefined ? {} : { fiscalYearStart: FISCAL_STARTS.indexOf(start) + 1 };
}

/** Dates of the prices used, oldest and newest. */
function pricesAsOf(assumptions: readonly ReportAssumption[]): Report['pricesAsOf'] {
	const dates = assumptions
		.filter(isListPrice)
		.flatMap(({ asOf }) => (asOf === undefined || asOf === 'undated' ? [] : [asOf]))
		.sort();
	return { oldest: dates[0] ?? 'undated', newest: dates.at(-1) ?? 'undated' };
}
