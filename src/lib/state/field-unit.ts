import type { NumberField } from '../plan/fields.ts';

/** Units short enough to stand inside a field: its name or help says of what. */
const SHORT_UNITS: Readonly<Record<string, string>> = {
	'call/request': 'calls',
	'byte/call': 'bytes',
	'byte/request': 'bytes',
	'byte/span': 'bytes',
	'byte/record': 'bytes',
	'core/pod': 'cores',
	'core/node': 'cores',
	'MiB/pod': 'MiB',
	'MiB/node': 'MiB',
	'pod/node': 'pods',
	'hour/FTE-month': 'hours/month',
	'hour/upgrade-cluster': 'hours',
	'hour/incident': 'hours',
	'hour/person': 'hours',
	'hour/release': 'hours',
	'hour/service': 'hours',
	'hour/year': 'hours/year',
	'upgrade/year': '/year',
	'incident/year': '/year',
	'release/month': '/month',
	'USD/hour': 'USD/hour',
	'USD/month': 'USD/month',
	'USD/person': 'USD',
	service: 'services',
	node: 'nodes',
	person: 'people',
	language: 'languages',
	month: 'months',
	hour: 'hours'
};

/** Units as people write them, by field. */
const UNITS: Readonly<Record<string, string>> = {
	'workload.edgeRps': '/s',
	'workload.pods': '',
	'workload.services': '',
	'workload.azs': '',
	'workload.clusters': ''
};

/** The unit that stands inside a field, behind its number. */
export const fieldUnit = ({ path, unit }: Pick<NumberField, 'path' | 'unit'>): string =>
	UNITS[path] ?? (unit === '1' ? '' : (SHORT_UNITS[unit] ?? unit.replaceAll('/', ' per ')));
