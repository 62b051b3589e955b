import { formatPrice } from '../../format/money.ts';
import { formatNumber } from '../../format/number.ts';
import type { ReportBreakEven, ReportStretch } from '../types.ts';

interface Names {
	readonly a: string;
	readonly b: string;
}

type Found = Pick<ReportBreakEven, 'unit' | 'from' | 'to' | 'crossings' | 'stretches'>;

/** A price and what it is for: "EUR per node-hour". */
const PRICE = /^([A-Z]{3}) per (.+)$/;

/** "513 pods", "0.42 FTE", "€0.31 per node-hour". */
export function amountWords(value: number, unit: string): string {
	const [, currency, per] = PRICE.exec(unit) ?? [];
	if (currency === undefined || per === undefined) return `${formatNumber(value)} ${unit}`;
	return `${formatPrice(value, currency)} per ${per}`;
}

/** The same without its unit, which stands nearby. */
function plainAmount(value: number, unit: string): string {
	const [, currency] = PRICE.exec(unit) ?? [];
	return currency === undefined ? formatNumber(value) : formatPrice(value, currency);
}

/** Which of two options is cheaper where, in a sentence. */
export function crossingWords({ unit, from, to, stretches }: Found, { a, b }: Names): string {
	const said = (value: number): string => amountWords(value, unit);
	const nameOf = ({ cheaper }: ReportStretch): string | undefined =>
		cheaper === 'a' ? a : cheaper === 'b' ? b : undefined;
	const known = stretches.filter((stretch) => nameOf(stretch) !== undefined);
	const [first, second, ...more] = known;
	if (first === undefined) {
		return stretches.some(({ cheaper }) => cheaper === 'equal')
			? `Both cost the same from ${said(from)} to ${said(to)}.`
			: `No cost can be worked out from ${said(from)} to ${said(to)}: one of the two does not fit.`;
	}
	const bounds = unknownWords(stretches, said);
	if (second === undefined) {
		return `${nameOf(first)} is cheaper everywhere from ${said(first.from)} to ${said(first.to)}.${bounds}`;
	}
	if (more.length === 0) {
		return `Below ${said(second.from)} ${nameOf(first)} is cheaper, above it ${nameOf(second)}.${bounds}`;
	}
	const parts = known.map((stretch, i) =>
		i === known.length - 1
			? `above it ${nameOf(stretch)}`
			: `${i === 0 ? 'up' : 'then up'} to ${said(stretch.to)} ${nameOf(stretch)}`
	);
	return `The cheaper one changes ${known.length - 1} times: ${parts.join(', ')}.${bounds}`;
}

function unknownWords(
	stretches: readonly ReportStretch[],
	said: (value: number) => string
): string {
	const open = stretches.filter(({ cheaper }) => cheaper === 'unknown');
	const parts = open.map(({ from, to }) => `from ${said(from)} to ${said(to)}`);
	return parts.length === 0 ? '' : ` One of the two does not fit ${parts.join(' and ')}.`;
}

/**
 * "pods rise above 510 (requests fixed, planned 300)": what would end the lead of an option, by the
 * crossing nearest to where the plan stands. Nothing of things over which the other leads already: they
 * count nodes by the share used, where the answer may count whole ones.
 */
export function flipWords(found: readonly ReportBreakEven[], leader: string): string | undefined {
	const near = found
		.filter((one) => cheaperNow(one) === leader)
		.flatMap((one) => nearestFlip(one) ?? [])
		.sort((one, other) => one.distance - other.distance)[0];
	if (near === undefined) return undefined;
	const { one, at, isAbove } = near;
	// The name of an option may hold a comma; only what moves along with a thing stands behind one.
	const [what = '', which] = /^fte:/.test(one.axis) ? [one.label] : one.label.split(', ');
	const verb = ONE_THING.test(what)
		? isAbove
			? 'rises above'
			: 'falls below'
		: isAbove
			? 'rise above'
			: 'fall below';
	const thing = what.charAt(0).toLowerCase() + what.slice(1);
	const limit = amountWords(at, one.unit).replace(` ${thing}`, '');
	const beside = [which, `planned ${plainAmount(one.at ?? NaN, one.unit)}`]
		.filter(Boolean)
		.join(', ');
	return `${thing} ${verb} ${limit} (${beside})`;
}

function cheaperNow({ at = NaN, stretches, a, b }: ReportBreakEven): string | undefined {
	const here = stretches.find(({ from, to }) => from <= at && at <= to)?.cheaper;
	return here === 'a' ? a : here === 'b' ? b : undefined;
}

const ONE_THING = /^(Price|Cost|Licence)/;

interface Flip {
	readonly one: ReportBreakEven;
	readonly at: number;
	readonly isAbove: boolean;
	readonly distance: number;
}

function nearestFlip(one: ReportBreakEven): Flip | undefined {
	const now = one.at;
	if (now === undefined) return undefined;
	return one.crossings
		.map((at) => ({ one, at, isAbove: at > now, distance: Math.abs(Math.log(at / now)) }))
		.sort((a, b) => a.distance - b.distance)[0];
}

interface Limit {
	readonly found: ReportBreakEven;
	readonly below: number | undefined;
	readonly names: Names;
}

/** What a price that nobody publishes may be. */
export function limitWords({ found, below, names }: Limit): string {
	const [first] = found.stretches;
	const { unit } = found;
	if (below !== undefined) {
		return `${names.a} costs less than ${names.b} below ${amountWords(below, unit)}: its price is not published.`;
	}
	return first?.cheaper === 'a'
		? `${names.a} costs less than ${names.b} at any price up to ${amountWords(found.to, unit)}.`
		: `${names.a} costs more than ${names.b} whatever its licence costs, even at ${amountWords(found.from, unit)}.`;
}
