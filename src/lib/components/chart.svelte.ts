import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip,
	type ChartConfiguration
} from 'chart.js';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip
);

/** Draws on a canvas; redraws in place when what `config` reads has changed. */
export const chart =
	(config: () => ChartConfiguration): Attachment<HTMLCanvasElement> =>
	(canvas) => {
		let drawn = untrack(config);
		const instance = new Chart(canvas, drawn);
		$effect(() => {
			const next = config();
			if (next === drawn) return;
			drawn = next;
			instance.data = next.data;
			instance.options = next.options ?? {};
			instance.config.plugins?.splice(0, Infinity, ...(next.plugins ?? []));
			instance.update();
		});
		return () => instance.destroy();
	};
