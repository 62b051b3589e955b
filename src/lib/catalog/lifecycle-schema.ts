import { z } from 'zod';
import { dateText, grade, method, missing, sourceKey, sources, words } from './schema.ts';

const release = z
	.strictObject({ version: z.string(), released: dateText, endOfSupport: dateText.optional() })
	.readonly();

/** Versions and support of one option. `endOfSupport` null: no end of the product is announced. */
export const lifecycle = z
	.strictObject({
		latest: z.union([z.string(), missing]),
		released: z.union([dateText, missing]),
		endOfSupport: z.union([z.null(), dateText]),
		endSource: sourceKey.optional(),
		supportPolicy: words,
		policySource: sourceKey,
		releases: z.array(release).readonly(),
		events: z
			.array(z.strictObject({ date: dateText, what: words, source: sourceKey }).readonly())
			.readonly(),
		source: sourceKey,
		asOf: dateText,
		method,
		grade
	})
	.readonly();
export type Lifecycle = z.infer<typeof lifecycle>;

/** A thing beside the options that a reader may look for: an interface, a data plane, a setting. */
const entry = z
	.strictObject({
		id: z.string().min(2).max(40),
		label: z.string().min(2).max(80),
		role: z.enum(['interface', 'mesh', 'data plane', 'setting']),
		status: z.enum(['active', 'archived', 'ended', 'own option', 'outside']),
		date: dateText.optional(),
		what: words,
		source: sourceKey
	})
	.readonly();
export type EcosystemEntry = z.infer<typeof entry>;

export const ecosystemFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		file: z.literal('ecosystem'),
		sources,
		entries: z.array(entry).readonly()
	})
	.readonly();
export type EcosystemFile = z.infer<typeof ecosystemFile>;
