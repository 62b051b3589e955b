import { z } from 'zod';
import { words } from './schema.ts';

const KEY = /^(?!__proto__$|constructor$|prototype$)[\w.-]{1,80}$/;

/** What stood in a file until a day: a plan that is pinned to a day before finds it again. */
export const earlierFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		values: z
			.array(
				z
					.strictObject({
						/** Without folder and ending: `meshes/linkerd`, `people`. */
						file: z.string().regex(/^(meshes|companions)\/[a-z-]+$|^(people|planning|benefits)$/),
						/** Keys from the root of the file; a place in a list is its number. */
						path: z.array(z.string().regex(KEY)).min(1).max(12).readonly(),
						/** The first day of the value that stands there now, or of the next one here. */
						until: z.iso.date(),
						was: z.json(),
						note: words.optional()
					})
					.readonly()
			)
			.readonly()
	})
	.readonly();
export type EarlierFile = z.infer<typeof earlierFile>;
export type Earlier = EarlierFile['values'][number];
