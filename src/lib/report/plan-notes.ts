import { exchangeOf } from './exchange.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReportWarning } from './types.ts';
import type { Worked } from './work-out.ts';

type Note = (plan: Plan) => ReportWarning | undefined;

/** What a plan says and the model takes otherwise than its writer may expect. */
export const planNotes = (worked: Worked): readonly ReportWarning[] => [
	...NOTES.flatMap((note) => note(worked.plan) ?? []),
	...exchangeNote(worked)
];

/** How amounts came to be in another currency. */
function exchangeNote({ currency }: Worked): readonly ReportWarning[] {
	const { exchange } = exchangeOf(currency);
	if (exchange === undefined) return [];
	return [
		{
			code: 'CONVERTED',
			path: 'finance.rate',
			message: `Amounts are in ${currency.code}: ${exchange.words}. Each cell was converted and rounded once to the smallest unit; totals add up converted cells.`
		}
	];
}

const coverage: Note = ({ platform }) => {
	const { coverage: share, commitment = 'on-demand' } = platform ?? {};
	if (share === undefined || commitment !== 'on-demand') return undefined;
	return {
		code: 'COVERAGE_WITHOUT_TERM',
		path: 'platform.coverage',
		message:
			'Nodes are bought on demand, so nothing is covered: choose a commitment of a year or three.'
	};
};

const season: Note = ({ workload }) =>
	Array.isArray(workload?.season)
		? {
				code: 'SEASON_NORMALISED',
				path: 'workload.season',
				message: 'The season was brought to a mean of 1 over the year.'
			}
		: undefined;

const bytes: Note = ({ workload }) =>
	workload?.bytesPerCall === undefined
		? undefined
		: {
				code: 'BYTES_ENTERED',
				path: 'workload.bytesPerCall',
				message:
					'The bytes of a call are entered, so the payload sets only the CPU of proxies, no longer what crosses zones.'
			};

const NOTES: readonly Note[] = [coverage, season, bytes];
