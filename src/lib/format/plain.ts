/** What `plainText` knows of `Intl.NumberFormatOptions`. */
type Options = Pick<
	Intl.NumberFormatOptions,
	| 'style'
	| 'currency'
	| 'minimumFractionDigits'
	| 'maximumFractionDigits'
	| 'maximumSignificantDigits'
	| 'roundingMode'
>;

/** Above, a double has no digits left for a fraction, and `Intl` is asked. */
const LIMIT = 1e15;

/**
 * An amount as `Intl.NumberFormat` writes it for en-US, without a sign before zero; undefined for what
 * only `Intl` knows, such as other currencies. The first `Intl.NumberFormat` of a page takes 30 ms, all
 * of it while the page starts: more than all numbers of a report take here.
 */
export function plainText(amount: number, options: Options): string | undefined {
	const isMoney = options.style === 'currency';
	if ((isMoney && options.currency !== 'USD') || options.roundingMode !== undefined)
		return undefined;
	if (!(Math.abs(amount) < LIMIT)) return undefined;
	const usual = isMoney ? 2 : 0;
	const most =
		options.maximumFractionDigits ?? Math.max(options.minimumFractionDigits ?? 0, usual || 3);
	const least = Math.min(options.minimumFractionDigits ?? usual, most);
	const { maximumSignificantDigits: significant } = options;
	const [whole, fraction] = written(Math.abs(amount), { most, significant });
	const shown = fraction.replace(/0+$/, '').padEnd(significant === undefined ? least : 0, '0');
	const sign = amount < 0 && /[1-9]/.test(whole + shown) ? '-' : '';
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${sign}${isMoney ? '$' : ''}${grouped}${shown && `.${shown}`}`;
}

interface Precision {
	readonly most: number;
	readonly significant: number | undefined;
}

/** Digits before and after the point. Rounds the shortest text of a double, half away from zero. */
function written(amount: number, { most, significant }: Precision): readonly [string, string] {
	const [mantissa = '0', exponent = '0'] = amount.toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const point = Number(exponent) + 1;
	const room = significant ?? point + most;
	const kept = Math.min(room, digits.length);
	const places = kept - point;
	const whole = (rounded(digits, kept) + '0'.repeat(Math.max(0, -places))).padStart(
		places + 1,
		'0'
	);
	return places > 0 ? [whole.slice(0, -places), whole.slice(-places)] : [whole, ''];
}

function rounded(digits: string, kept: number): string {
	if (kept < 0) return '0';
	const head = BigInt(digits.slice(0, kept));
	return String((digits[kept] ?? '0') >= '5' ? head + 1n : head);
}
