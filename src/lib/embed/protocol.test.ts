import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ampMessage, clampHeight, heightMessage, readHeight, readHostMessage } from './protocol.ts';

describe('heightMessage', () => {
	it('rounds 340.2 px up to 341 and keeps heights within 120 and 4000', () => {
		expect(heightMessage('a', 340.2)).toEqual({
			type: 'meshup:height',
			v: 1,
			id: 'a',
			height: 341
		});
		expect([clampHeight(-5), clampHeight(120), clampHeight(4000), clampHeight(1e9)]).toEqual([
			120, 120, 4000, 4000
		]);
	});

	it('leaves out a frame name that could carry markup', () => {
		expect(heightMessage('"><script>', 300).id).toBe('');
	});

	it('is read back as it was sent, for every height that there is', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true }), (px) => {
				const sent = heightMessage('frame-1', px);
				expect(readHeight(structuredClone(sent))).toEqual(sent);
			})
		);
	});

	it('has a second form that AMP loaders know', () => {
		expect(ampMessage(300)).toEqual({ sentinel: 'amp', type: 'embed-size', height: 300 });
	});
});

const GOOD = { type: 'meshup:height', v: 1, id: 'a', height: 300 };

describe('readHeight', () => {
	it.each([
		null,
		undefined,
		300,
		'meshup:height',
		[GOOD],
		{ ...GOOD, v: 2 },
		{ ...GOOD, v: '1' },
		{ ...GOOD, type: 'meshcost:height' },
		{ ...GOOD, id: 7 },
		{ ...GOOD, id: 'a b' },
		{ ...GOOD, height: 119 },
		{ ...GOOD, height: 4001 },
		{ ...GOOD, height: 300.5 },
		{ ...GOOD, height: '300' },
		{ ...GOOD, height: NaN },
		{ ...GOOD, height: Infinity },
		{ ...GOOD, extra: 1 },
		{ type: 'meshup:height', v: 1, height: 300 },
		JSON.parse('{"type":"meshup:height","v":1,"height":300,"__proto__":{"id":"a"}}')
	])('ignores %j', (message) => expect(readHeight(message)).toBeUndefined());

	it('ignores whatever a stranger may send: 1000 random values', () => {
		fc.assert(
			fc.property(fc.anything(), (message) => readHeight(message) === undefined),
			{ numRuns: 1000 }
		);
	});
});

describe('readHostMessage', () => {
	it('takes the 3 themes and a ping', () => {
		for (const theme of ['auto', 'light', 'dark'] as const) {
			const message = { type: 'meshup:theme', v: 1, theme } as const;
			expect(readHostMessage(message)).toEqual(message);
		}
		expect(readHostMessage({ type: 'meshup:ping', v: 1 })).toEqual({ type: 'meshup:ping', v: 1 });
	});

	it.each([
		{ type: 'meshup:theme', v: 1, theme: 'blue' },
		{ type: 'meshup:theme', v: 1 },
		{ type: 'meshup:plan', v: 1, theme: 'dark' },
		{ type: 'meshup:ping', v: 1, theme: 'dark' },
		{ type: 'meshup:ping' },
		'meshup:ping'
	])('ignores %j', (message) => expect(readHostMessage(message)).toBeUndefined());
});
