import { failure, quoted, success, type Parsed } from './parsed.ts';
import { neat } from './shape.ts';

/** Factor of each suffix of the Kubernetes API. */
const FACTORS: ReadonlyMap<string, number> = new Map([
	['n', 1 / 1e9],
	['u', 1 / 1e6],
	['m', 1 / 1e3],
	['', 1],
	['k', 1e3],
	['M', 1e6],
	['G', 1e9],
	['T', 1e12],
	['P', 1e15],
	['E', 1e18],
	['Ki', 1024],
	['Mi', 1024 ** 2],
	['Gi', 1024 ** 3],
	['Ti', 1024 ** 4],
	['Pi', 1024 ** 5],
	['Ei', 1024 ** 6]
]);

const FORM = /^([+-]?)(\d{0,18})(?:\.(\d{0,18}))?(?:[eE]([+-]?\d{1,2})|([A-Za-z]{1,2}))?$/;
const ALLOWED = 'a number with n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or e3';

/** Whose figure it is, for the message: pod (or other object) and field. */
export interface Place {
	readonly pod: string;
	readonly field: string;
}

/**
 * Reads a quantity of the Kubernetes API: "100m", 0.1, "1", "100u", "100n", "64Mi", "1e3", "1.5Gi".
 * The answer is in the base unit (cores, bytes, pods). Anything else is an error naming pod and field.
 */
export function readQuantity(value: unknown, place: Place): Parsed<number> {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') return refuse(JSON.stringify(value) ?? 'nothing', place);
	const match = FORM.exec(text.trim());
	const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
	const factor = match ? suffixFactor(match[4], match[5]) : undefined;
	if (!match || digits === '' || factor === undefined) return refuse(text, place);
	const number = Number(`${match[2] || '0'}.${match[3] || '0'}`);
	if (match[1] === '-' && number > 0) return refuse(text, place, 'It may not be negative.');
	return success(Number.isInteger(number) && factor >= 1 ? number * factor : neat(number * factor));
}

/** Cores of a CPU quantity. */
export function readCores(value: unknown, place: Place): Parsed<number> {
	return readQuantity(value, place);
}

/** MiB of a memory quantity; a memory in thousandths of a byte ("128M" meant, "128m" written) is refused. */
export function readMiB(value: unknown, place: Place): Parsed<number> {
	const bytes = readQuantity(value, place);
	if (!bytes.ok) return bytes;
	if (typeof value === 'string' && /\d[num]$/.test(value.trim()))
		return refuse(value, place, 'This is less than a byte: M or Mi was probably meant.');
	return success(bytes.value / 1024 ** 2);
}

function suffixFactor(
	exponent: string | undefined,
	suffix: string | undefined
): number | undefined {
	if (exponent !== undefined) return tenTo(Number(exponent));
	return FACTORS.get(suffix ?? '');
}

/** 10^power; a negative one divides, which is nearer to the decimal fraction. */
function tenTo(power: number): number {
	return power < 0 ? 1 / 10 ** -power : 10 ** power;
}

function refuse(text: string, { pod, field }: Place, why = ''): Parsed<never> {
	const said = `${pod}: ${field} is ${quoted(text)}.`;
	return failure(`${pod} ${field}`, `${said} ${why || `Allowed is ${ALLOWED}.`}`);
}
