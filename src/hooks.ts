import type { Transport } from '@sveltejs/kit';
import { Sheet } from '$lib/state/sheet.ts';

/** How what `load` returns travels in the first HTML, where it is no plain value. */
export const transport: Transport = {
	Sheet: {
		encode: (value: unknown) => value instanceof Sheet && JSON.stringify(value.value),
		decode: (text: string) => new Sheet(JSON.parse(text))
	}
};
