import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatCount } from '../../format/number.ts';
import { formatChance } from '../../format/quantity.ts';
import type { Report } from '../../report/types.ts';
import { shortName } from '../short-names.ts';
import { breakEvenFigure } from './break-even-figure.ts';
import { recommended } from './first-page.ts';
import type { Paper } from './paper.ts';
import { table } from './table.ts';
import { tornadoFigure } from './tornado-figure.ts';

const SMALL = { size: 8.5, colour: '--ink-3' } as const;

/** How sure the answer is, what moves it and what would flip it; nothing where nothing was drawn. */
export function doubt(paper: Paper, report: Report): void {
	ranges(paper, report);
	const best = recommended(report);
	const moved = report.comparison.tornado?.find(({ option }) => option === best?.id);
	if (moved !== undefined && best !== undefined && moved.bars.length > 0) {
		tornadoFigure(paper, { tornado: moved, label: best.label, currency: report.currency });
	}
	const crossings = report.comparison.breakEvens ?? [];
	if (crossings.length > 0) breakEvenFigure(paper, report, crossings);
	for (const { words } of report.comparison.priceLimits ?? []) paper.paragraph(words, SMALL);
}

function ranges(paper: Paper, { options, comparison, currency }: Report): void {
	const { simulation, probabilityCheapest } = comparison;
	const known = options.flatMap((option) =>
		option.range === undefined ? [] : [{ ...option, range: option.range }]
	);
	if (known.length === 0) return;
	paper.need(70 + known.length * 16);
	paper.heading(2, `Ranges of total spend, ${currency}`);
	if (simulation !== undefined) {
		const { samples, seed, generator } = simulation;
		const how = `${formatCount(samples)} futures, seed ${seed}, ${generator}.`;
		paper.paragraph(how, SMALL);
	}
	table(paper, {
		columns: [
			{ head: 'Option', share: 2.4 },
			...['P10', 'P50', 'P90', 'Cheapest in'].map((head) => ({ head, share: 1.4, numeric: true }))
		],
		rows: known.map(({ id, label, range }) => {
			const chance = probabilityCheapest?.[id];
			return {
				cells: [
					shortName(label),
					...[range.p10, range.p50, range.p90].map(formatCellExact),
					chance === undefined ? '–' : formatChance(chance)
				]
			};
		})
	});
}
