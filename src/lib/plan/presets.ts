import type { Plan } from './plan.ts';

export interface Preset {
	readonly label: string;
	readonly sentence: string;
	readonly plan: Plan;
}

/** Three platforms to start from: plain judgement, no survey stands behind them. */
export const PRESETS = {
	small: {
		label: 'Small',
		sentence: 'One product team: 40 pods in 12 services and 50 requests a second, in two zones.',
		plan: {
			workload: { pods: 40, services: 12, edgeRps: 50, azs: 2, growthPodsMonthly: 0.01 }
		}
	},
	medium: {
		label: 'Default',
		sentence: 'A platform of several teams: 300 pods in 60 services and 1000 requests a second.',
		plan: {}
	},
	large: {
		label: 'Large',
		sentence: 'A company platform: 3000 pods in 400 services in three clusters, 15 000 requests/s.',
		plan: {
			workload: { pods: 3000, services: 400, edgeRps: 15000, clusters: 3 }
		}
	}
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetId = keyof typeof PRESETS;

/** The plans alone. */
export const presets: Readonly<Record<PresetId, Plan>> = {
	small: PRESETS.small.plan,
	medium: PRESETS.medium.plan,
	large: PRESETS.large.plan
};
