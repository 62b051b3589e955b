import type { Report } from '../../report/types.ts';
import { Printable } from './printable.ts';

/** Above this share of letters that the font lacks, a name says nothing any more. */
const LOST = 0.3;

const printed = (name: string): string => new Printable().of(name).trim();

/** Whether a name would come out as question marks, or as nothing. */
function isLost(name: string): boolean {
	const letters = [...printed(name)];
	const marks = letters.filter((letter) => letter === '?').length;
	return letters.length === 0 || marks > LOST * letters.length;
}

/** What is left of the name of a plan once its question marks are gone; undefined where that is little. */
function restOf(name: string): string | undefined {
	const rest = printed(name).replace(/\?+/g, ' ').replace(/\s+/g, ' ').trim();
	return /[a-z\d]{3}/i.test(rest) ? rest : undefined;
}

/**
 * The report with the id of an option in place of a name that the font cannot write (Hebrew, Han …),
 * wherever the name stands, so that no two options become the same row of question marks.
 */
export function withReadableNames(asked: Report): Report {
	const name = isLost(asked.name) ? (restOf(asked.name) ?? 'Service mesh plan') : asked.name;
	const report = name === asked.name ? asked : { ...asked, name };
	const lost = report.options.filter(({ label }) => isLost(label));
	if (lost.length === 0) return report;
	const named = (text: string): string =>
		lost.reduce(
			(words, { label, id, base }) =>
				words.split(label).join(id === base ? id : `“${id}” (from ${base})`),
			text
		);
	const options = report.options.map((option) => ({ ...option, label: named(option.label) }));
	const { sentence, subSentence, comparison, ask } = report;
	return {
		...report,
		options,
		...(ask === undefined ? {} : { ask: { ...ask, words: named(ask.words) } }),
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
