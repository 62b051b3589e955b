import { expect, it } from 'vitest';
import { segments, type Known } from './segments.ts';

const known = (text: string): Known => ({
	text,
	of: text,
	target: { option: 'linkerd', id: 'spend' }
});

it('cuts a sentence at its two figures, in the order in which they stand', () => {
	const parts = segments('It costs $404k, $142k less.', [known('$142k'), known('$404k')]);
	expect(parts.map((part) => part.text)).toEqual(['It costs ', '$404k', ', ', '$142k', ' less.']);
	expect(parts.map((part) => part.known !== undefined)).toEqual([false, true, false, true, false]);
});

it('leaves a sentence whole where no figure of it is known', () => {
	expect(segments('No option can be priced.', [known('$1'), known('')])).toEqual([
		{ text: 'No option can be priced.' }
	]);
});
