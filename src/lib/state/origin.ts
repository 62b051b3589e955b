import { presets, type PresetId } from '../plan/presets.ts';
import type { Draft } from './draft.ts';

const PRESET_IDS: readonly PresetId[] = ['small', 'medium', 'large'];

/** The preset that a draft is, or `mine`. */
export function originOf({ plan }: Draft): PresetId | 'mine' {
	const text = JSON.stringify(plan);
	return PRESET_IDS.find((id) => JSON.stringify(presets[id]) === text) ?? 'mine';
}
