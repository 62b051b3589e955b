import type { ParamMatcher } from '@sveltejs/kit';
import { PRESET_IDS } from '$lib/embed/address.ts';

/** Names of the plans that everybody has. */
export const match: ParamMatcher = (word) => PRESET_IDS.some((id) => id === word);
