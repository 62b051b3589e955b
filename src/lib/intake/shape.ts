/** An object of unknown keys; read it through `at` and its typed kin, which see own keys only. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows own keys and list indexes; undefined as soon as one is absent. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
	let here: unknown = value;
	for (const step of path) {
		if (typeof step === 'number') here = Array.isArray(here) ? here[step] : undefined;
		else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
		if (here === undefined) return undefined;
	}
	return here;
}

/** A finite number, also when a tool writes it as text ("12"); otherwise undefined. */
export function numberAt(
	value: unknown,
	...path: readonly (string | number)[]
): number | undefined {
	return asNumber(at(value, ...path));
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
	const found = at(value, ...path);
	return typeof found === 'string' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
}

export function objectAt(value: unknown, ...path: readonly (string | number)[]): JsonObject {
	const found = at(value, ...path);
	return isObject(found) ? found : {};
}

const PLAIN_NUMBER = /^[+-]?\d{1,18}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?$/;

export function asNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || !PLAIN_NUMBER.test(value)) return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** Multiplies what is there and leaves absent what is absent. */
export function scaled(value: number | undefined, factor: number): number | undefined {
	return value === undefined ? undefined : neat(value * factor);
}

/** Takes the noise of a change of unit away, so that 575 us is 0.575 ms: 15 digits stay. */
export function neat(value: number): number {
	return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
}
