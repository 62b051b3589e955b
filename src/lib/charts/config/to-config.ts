import type { ChartConfiguration } from 'chart.js';
import type { ChartSpec } from '../specs/spec.ts';
import { barConfig, type Surroundings } from './bars.ts';
import { lineConfig } from './lines.ts';

/** A spec as Chart.js takes it. */
export const toConfig = (spec: ChartSpec, around: Surroundings): ChartConfiguration =>
	spec.kind === 'bars' ? barConfig(spec, around) : lineConfig(spec, around);
