import { z } from 'zod';
import {
	dateText,
	decimalText,
	figure,
	grade,
	method,
	rangeFigure,
	sourceKey,
	sources,
	words
} from './schema.ts';

const figures = z
	.strictObject({
		rateHour: rangeFigure,
		hoursPerFteMonth: figure,
		fteStep: figure,
		learningStart: figure,
		learningHalfLifeMonths: figure,
		labourInflationAnnual: rangeFigure,
		turnoverAnnual: rangeFigure,
		onCallMonthly: figure,
		trainees: rangeFigure,
		trainingHours: rangeFigure,
		trainingFee: rangeFigure,
		consultingUpfront: figure,
		consultingMonthly: figure,
		migration: z
			.strictObject({
				designHours: rangeFigure,
				hoursFirstService: rangeFigure,
				learningRate: rangeFigure,
				cash: figure,
				parallelMonths: rangeFigure,
				duplicateShare: rangeFigure,
				waitingMonthly: figure
			})
			.readonly()
	})
	.readonly();

/** A published number kept for comparison, in the unit it was printed in. */
const reference = z
	.strictObject({
		id: z.string().min(3).max(60),
		group: z.enum(['salary', 'consulting', 'training', 'effort', 'support-plan', 'vendor-support']),
		label: words,
		amount: decimalText.optional(),
		low: decimalText.optional(),
		high: decimalText.optional(),
		unit: z.string().min(1).max(30),
		status: words.optional(),
		missing: z.literal('not-published').optional(),
		reason: words.optional(),
		source: sourceKey,
		asOf: dateText,
		method: method.optional(),
		grade: grade.optional(),
		note: words.optional()
	})
	.refine((it) => (it.amount ?? it.low ?? it.missing) !== undefined, {
		error: 'A reference has an amount, a range or says why not.'
	})
	.readonly();
export type Reference = z.infer<typeof reference>;

export const peopleFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		file: z.literal('people'),
		sources,
		figures,
		references: z.array(reference).readonly()
	})
	.readonly();
export type PeopleFile = z.infer<typeof peopleFile>;
