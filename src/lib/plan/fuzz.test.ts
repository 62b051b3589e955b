import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plans } from './link/arbitrary-plan.ts';
import { decodePlan } from './link.ts';
import { setAt } from './edit-plan.ts';
import { FIELDS } from './fields.ts';
import { parsePlan, readPlanText } from './parse-plan.ts';
import type { Parsed } from './parsed.ts';
import { readPlanYaml } from './read-yaml.ts';

/** A value, or at least one sentence that can be shown as it is. */
const isAnswer = (read: Parsed<unknown>): boolean =>
	read.ok ||
	(read.errors.length > 0 &&
		read.errors.every(({ message }) => /^[^\p{Cc}]{5,600}$/u.test(message)));

const odd = fc.oneof(
	fc.jsonValue(),
	fc.double(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom(undefined, NaN, Infinity, -0, '__proto__', '1e9000000', '9'.repeat(99))
);

describe('whatever is written', () => {
	it('as a plan is answered', () => {
		fc.assert(
			fc.property(odd, (written) => isAnswer(parsePlan(written))),
			{ numRuns: 300 }
		);
	});

	it('into any field of a plan is answered, and what was there stays', () => {
		const field = fc.constantFrom(...FIELDS.map(({ path }) => path));
		fc.assert(
			fc.property(plans, field, odd, (plan, path, value) => {
				const before = JSON.stringify(plan);
				expect(isAnswer(setAt(plan, path, value))).toBe(true);
				expect(JSON.stringify(plan)).toBe(before);
			}),
			{ numRuns: 200 }
		);
	});

	it('under overrides is answered, names of Object.prototype too', () => {
		const key = fc.oneof(fc.string(), fc.constantFrom('toString', 'valueOf', 'hasOwnProperty', ''));
		fc.assert(
			fc.property(key, key, odd, (option, path, value) => {
				const overrides = Object.fromEntries([[option, Object.fromEntries([[path, value]])]]);
				return isAnswer(parsePlan({ overrides }));
			})
		);
	});

	it('as text is answered, JSON or YAML', () => {
		fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => isAnswer(readPlanText(text))));
		fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => isAnswer(readPlanYaml(text))));
	});

	it('as a link is answered', async () => {
		const state = fc.oneof(
			fc.string(),
			fc.base64String().map((text) => text.replace(/[+/=]/g, '_'))
		);
		await fc.assert(fc.asyncProperty(state, async (text) => isAnswer(await decodePlan(text))));
	});
});
