import { subscript } from '../graph/explain.ts';
import { constant, ifAbove, smallest, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';

const { fargate } = inputs;

/** Memory that may be bought with each CPU size (`model.md` §8, S6); MiB. */
export const TASK_SIZES = [
	{ units: 256, from: 512, to: 512, step: 512 },
	{ units: 256, from: 1024, to: 2048, step: 1024 },
	{ units: 512, from: 1024, to: 4096, step: 1024 },
	{ units: 1024, from: 2048, to: 8192, step: 1024 },
	{ units: 2048, from: 4096, to: 16384, step: 1024 },
	{ units: 4096, from: 8192, to: 30720, step: 1024 },
	{ units: 8192, from: 16384, to: 61440, step: 4096 },
	{ units: 16384, from: 32768, to: 122880, step: 8192 }
] as const;

export const UNITS_PER_VCPU = 1024;
/** Dearer than any task: what does not fit a size. */
const neverFits = constant('1e290', 'USD/pod-hour');

/** What a task needs; `id` and `label` name it among the tasks of an option. */
export interface TaskNeed {
	readonly id: string;
	readonly label: string;
	readonly cpu: Expr<'core/pod'>;
	readonly memMiB: Expr<'MiB/pod'>;
}

/** Price of the cheapest size with room for both needs. */
export function taskPrice(need: TaskNeed): Expr<'USD/pod-hour'> {
	const [first, ...rest] = TASK_SIZES.map((size, at) =>
		priceOf(size, need).as({
			id: `${need.id}.size${at + 1}`,
			label: `${need.label} of ${size.units / UNITS_PER_VCPU} vCPU, from ${size.from} MiB`,
			symbol: `size${subscript(at + 1)}`
		})
	);
	const cheapest = first === undefined ? neverFits : smallest(first, ...rest);
	return cheapest.as({ id: need.id, label: need.label, sources: ['model §8 S6'] });
}

const noise = constant('1e-9', 'core/pod');
const noiseMiB = constant('1e-9', 'MiB/pod');

/** The largest task that is sold; beyond it nothing fits. */
export const MOST_TASK_CPU = constant(16, 'core/pod').plus(noise);
export const MOST_TASK_MIB = constant(122_880, 'MiB/pod').plus(noiseMiB);

function priceOf(
	size: (typeof TASK_SIZES)[number],
	{ cpu, memMiB }: TaskNeed
): Expr<'USD/pod-hour'> {
	const cores = constant(size.units / UNITS_PER_VCPU, 'core/pod');
	const step = constant(size.step, 'MiB/pod');
	const wanted = memMiB.over(step).roundedUp().times(step);
	const memory = wanted.atLeast(constant(size.from, 'MiB/pod'));
	const price = cores
		.times(fargate.vcpuHour)
		.plus(memory.over(constant(1024, 'MiB/GiB')).times(fargate.gibHour));
	const most = constant(size.to, 'MiB/pod').plus(noiseMiB);
	return ifAbove(memMiB, most, neverFits, ifAbove(cpu, cores.plus(noise), neverFits, price));
}

/**
 * The pair chosen for a need, in plain numbers: `[units, MiB]`, or undefined where nothing fits.
 *
 * No size with more units has less memory, so the first with room is the cheapest at any prices.
 */
export function taskSize(
	cpu: number,
	memMiB: number
): readonly [units: number, memMiB: number] | undefined {
	const size = TASK_SIZES.find(
		({ units, to }) => cpu <= units / UNITS_PER_VCPU + 1e-9 && memMiB <= to + 1e-9
	);
	if (size === undefined) return undefined;
	const wanted = Math.ceil(memMiB / size.step - 1e-9) * size.step;
	return [size.units, Math.max(wanted, size.from)];
}
