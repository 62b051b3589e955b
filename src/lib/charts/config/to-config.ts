import type { ChartConfiguration } from 'chart.js';
import type { PointSpec } from '../specs/points.ts';
import type { ChartSpec } from '../specs/spec.ts';
import { barConfig, type Surroundings } from './bars.ts';
import { lineConfig } from './lines.ts';
import { pointConfig } from './points.ts';

/** A spec as Chart.js takes it. */
export function toConfig(spec: ChartSpec | PointSpec, around: Surroundings): ChartConfiguration {
	if (spec.kind === 'points') return pointConfig(spec, around);
	return spec.kind === 'bars' ? barConfig(spec, around) : lineConfig(spec, around);
}
