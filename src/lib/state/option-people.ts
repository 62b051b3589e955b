import type { Report, ReportAssumption, ReportOption } from '../report/types.ts';
import type { FormNumber } from './form.ts';

/** What each mesh asks of people: inputs of one option, in the order of the form. */
const PATHS: Readonly<Record<string, Pick<FormNumber, 'hint' | 'unit'>>> = {
	'support.fteBase': {
		hint: 'Engineers whom the mesh takes before services and further clusters are counted.',
		unit: 'FTE'
	},
	'support.ftePer100Services': {
		hint: 'Engineers more for each 100 services.',
		unit: 'FTE'
	},
	'support.ftePerExtraCluster': {
		hint: 'Engineers more for each cluster after the first.',
		unit: 'FTE'
	},
	'support.upgradesPerYear': { hint: 'Upgrades of the mesh in a year.', unit: '/year' },
	'support.hoursPerUpgradeCluster': {
		hint: 'Hours that an upgrade takes in each cluster.',
		unit: 'hours'
	},
	'support.hoursPerUpgradeService': {
		hint: 'Hours that an upgrade takes for each service.',
		unit: 'hours'
	}
};

export interface OptionPeople {
	readonly option: ReportOption;
	readonly fields: readonly FormNumber[];
}

/** Fields of what each option asks of people; they are kept as overrides of that option. */
export function peopleByOption(report: Report): readonly OptionPeople[] {
	return report.options
		.filter(({ kind, rows }) => kind !== 'none' && rows.length > 0)
		.map((option) => ({ option, fields: fieldsOf(option, report) }))
		.filter(({ fields }) => fields.length > 0);
}

const fieldsOf = ({ id }: ReportOption, { assumptions }: Report): readonly FormNumber[] =>
	Object.entries(PATHS).flatMap(([path, said]) => {
		const same = assumptions.filter((one) => one.path === path);
		const own = same.find(({ option }) => option === id) ?? same.find((one) => !one.option);
		return own === undefined ? [] : [{ ...field(own), ...said, path: `overrides.${id}.${path}` }];
	});

function field({ id, path, label, value }: ReportAssumption): Omit<FormNumber, 'hint' | 'unit'> {
	return {
		...{ kind: 'number', path, label, fallback: value, feeds: id },
		// What the model takes of all six: its table of inputs would weigh on the first load.
		...{ shift: 0, range: '0 or more', min: 0, max: 1e12, whole: false }
	};
}
