import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatCount } from '../../format/number.ts';
import { formatChance } from '../../format/quantity.ts';
import type { Report } from '../../report/types.ts';
import { shortName } from '../short-names.ts';
import { breakEvenFigure } from './break-even-figure.ts';
import { recommended } from './first-page.ts';
import { SMALL } from './lettering.ts';
import type { Paper } from './paper.ts';
import { titledTable } from './table.ts';
import { tornadoFigure } from './tornado-figure.ts';

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
	const limits = report.comparison.priceLimits ?? [];
	if (limits.length > 0) paper.heading(3, 'What an unpublished price may be');
	for (const { words } of limits) paper.paragraph(words, SMALL);
}

function ranges(paper: Paper, { options, comparison, currency }: Report): void {
	const { simulation, probabilityCheapest } = comparison;
	const known = options.flatMap((option) =>
		option.range === undefined ? [] : [{ ...option, range: option.range }]
	);
	if (known.length === 0) return;
	const how =
		simulation === undefined
			? ''
			: `${formatCount(simulation.samples)} futures, seed ${simulation.seed}, ${simulation.generator}.`;
	titledTable(paper, `Ranges of total spend, ${currency}`, {
		about: how,
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
