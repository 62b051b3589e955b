import { expect, it } from 'vitest';
import type { ReportAssumption } from '../../report/types.ts';
import { subjectsOf } from './subjects.ts';

const input = (path: string, label: string): ReportAssumption => ({
	id: path,
	path,
	label,
	value: '1',
	unit: '1',
	basis: 'default',
	changed: false
});

it('puts inputs under their subject, items of lists in their order and told apart', () => {
	const subjects = subjectsOf([
		input('mesh.controlPlane.tiers[1].cpu', 'CPU'),
		input('mesh.gateway.cpu', 'CPU'),
		input('support.migration.cash', 'Cash'),
		input('mesh.controlPlane.tiers[0].cpu', 'CPU'),
		input('somewhere.else', 'Thing'),
		input('workload.pods', 'Pods')
	]);
	expect(subjects.map(({ title, inputs }) => [title, inputs.map(({ name }) => name)])).toEqual([
		['Workload', ['Pods']],
		['Ingress gateways', ['CPU']],
		['Control plane', ['CPU, tier 1', 'CPU, tier 2']],
		['Migration', ['Cash']],
		['Other', ['Thing']]
	]);
});

it('falls back to the path where nothing else tells two inputs apart', () => {
	const [people] = subjectsOf([input('support.a', 'Hours'), input('support.b', 'Hours')]);
	expect(people?.inputs.map(({ name }) => name)).toEqual([
		'Hours (support.a)',
		'Hours (support.b)'
	]);
});

it('keeps the values of all options of an input together', () => {
	const [first] = subjectsOf([
		{ ...input('node.vcpu', 'vCPU'), option: 'a' },
		{ ...input('node.vcpu', 'vCPU'), option: 'b', value: '2' }
	]);
	expect(first?.inputs.map(({ values }) => values.map(({ value }) => value))).toEqual([['1', '2']]);
});
