import { z } from 'zod';
import { FEATURES } from './mesh-ids.ts';
import { figure, missing, rangeFigure, sources, words } from './schema.ts';

const feature = z
	.strictObject({
		id: z.enum(FEATURES),
		label: words,
		needed: figure,
		hoursPerLanguage: rangeFigure,
		hoursPerService: rangeFigure
	})
	.readonly();
export type BenefitFeature = z.infer<typeof feature>;

/** Defaults of the opportunity blocks (`model.md` §13). What only the user knows is missing. */
const figures = z
	.strictObject({
		languages: rangeFigure,
		buildMonths: figure,
		maintenanceAnnual: rangeFigure,
		features: z.array(feature).readonly(),
		incidents: z
			.strictObject({
				perYear: missing,
				mttrHours: missing,
				costPerHour: missing,
				addressable: rangeFigure,
				frequencyReduction: rangeFigure,
				durationReduction: rangeFigure
			})
			.readonly(),
		security: z
			.strictObject({
				probabilityYear: figure,
				loss: figure,
				addressable: rangeFigure,
				reduction: rangeFigure,
				auditHoursYear: figure
			})
			.readonly(),
		releasesPerMonth: missing,
		hoursSavedPerRelease: missing,
		replacedMonthly: missing,
		revenueMonthly: missing,
		revenueExposed: missing,
		elasticityPer100ms: rangeFigure,
		valueMultiple: figure,
		rampMonths: figure,
		confidence: z
			.strictObject({
				build: rangeFigure,
				incidents: rangeFigure,
				security: rangeFigure,
				delivery: rangeFigure,
				replaced: rangeFigure
			})
			.readonly()
	})
	.readonly();

export const benefitsFile = z
	.strictObject({ schemaVersion: z.literal(1), file: z.literal('benefits'), sources, figures })
	.readonly();
export type BenefitsFile = z.infer<typeof benefitsFile>;
