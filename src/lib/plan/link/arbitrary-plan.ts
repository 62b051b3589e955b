import fc from 'fast-check';
import { MESH_IDS } from '../../catalog/mesh-ids.ts';
import { setAt } from '../edit-plan.ts';
import { FIELDS, type NumberField } from '../fields.ts';
import type { Plan } from '../plan.ts';

/** Nine decimals and no negative zero, as people write. */
const plain = (value: number): number => Number(value.toFixed(9)) + 0;

const amountOf = ({ domain, whole, percent }: NumberField): fc.Arbitrary<number> => {
	const max = Math.min(domain.max, percent ? 1 : 1e6);
	if (whole) return fc.integer({ min: Math.ceil(domain.min), max: Math.floor(max) });
	const min = domain.above === true ? domain.min + 0.1 : domain.min;
	return fc.double({ min, max, noNaN: true }).map(plain);
};

const numberFields = FIELDS.filter((field) => field.kind === 'number');
const choiceFields = FIELDS.filter((field) => field.kind === 'choice' && field.choices.length > 0);

const set = (plan: Plan, path: string, value: unknown): Plan => {
	const next = setAt(plan, path, value);
	if (!next.ok) throw new Error(`${path}: ${next.errors[0]?.message ?? ''}`);
	return next.value;
};

const oneNumber = fc.constantFrom(...numberFields).chain((field) =>
	amountOf(field).map(
		(value) =>
			(plan: Plan): Plan =>
				set(plan, field.path, value)
	)
);

const oneChoice = fc.constantFrom(...choiceFields).chain((field) => {
	const choices = field.kind === 'choice' ? field.choices : [];
	return fc.constantFrom(...choices).map(
		({ value }) =>
			(plan: Plan): Plan =>
				set(plan, field.path, value)
	);
});

const named = fc.string({ unit: 'grapheme', maxLength: 60 }).map(
	(name) =>
		(plan: Plan): Plan =>
			set(plan, 'name', name.replaceAll(/\p{C}/gu, ''))
);

const compared = fc.uniqueArray(fc.constantFrom(...MESH_IDS), { minLength: 1, maxLength: 6 }).map(
	(ids) =>
		(plan: Plan): Plan =>
			set(plan, 'options', [...ids, { id: 'x', from: 'linkerd' }])
);

const overridden = fc.double({ min: 0, max: 1, noNaN: true }).map(
	(value) =>
		(plan: Plan): Plan =>
			set(plan, 'overrides.linkerd.mesh.proxy.c1', {
				value: plain(value),
				note: 'measured'
			})
);

/** Plans as people may write them: any fields, within their limits. For tests. */
export const plans: fc.Arbitrary<Plan> = fc
	.array(fc.oneof({ weight: 6, arbitrary: oneNumber }, oneChoice, named, compared, overridden), {
		maxLength: 40
	})
	.map((edits) => edits.reduce<Plan>((plan, edit) => edit(plan), {}));
