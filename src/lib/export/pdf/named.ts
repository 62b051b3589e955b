import type { Report } from '../../report/types.ts';
import { Printable } from './printable.ts';

/** Above this share of letters that the font lacks, a name says nothing any more. */
const LOST = 0.3;

/** Whether a name would come out as question marks. */
function isLost(name: string): boolean {
	const printable = new Printable();
	const printed = printable.of(name);
	const marks = [...printed].filter((letter) => letter === '?').length;
	return marks > LOST * Math.max(1, printed.length);
}

/**
 * The report with the id of an option in place of a name that the font cannot write (Hebrew, Han …),
 * wherever the name stands, so that no two options become the same row of question marks.
 */
export function withReadableNames(report: Report): Report {
	const lost = report.options.filter(({ label }) => isLost(label));
	if (lost.length === 0) return report;
	const named = (text: string): string =>
		lost.reduce(
			(words, { label, id, base }) =>
				words.split(label).join(id === base ? id : `“${id}” (from ${base})`),
			text
		);
	const options = report.options.map((option) => ({ ...option, label: named(option.label) }));
	const { sentence, subSentence, comparison } = report;
	return {
		...report,
		options,
		sentence: named(sentence),
		subSentence: named(subSentence),
		warnings: report.warnings.map((warning) => ({ ...warning, message: named(warning.message) })),
		comparison: {
			...comparison,
			...(comparison.words === undefined ? {} : { words: named(comparison.words) }),
			...(comparison.priceLimits === undefined
				? {}
				: {
						priceLimits: comparison.priceLimits.map((it) => ({ ...it, words: named(it.words) }))
					}),
			...(comparison.breakEvens === undefined
				? {}
				: {
						breakEvens: comparison.breakEvens.map((it) => ({
							...it,
							label: named(it.label),
							words: named(it.words)
						}))
					})
		}
	};
}
