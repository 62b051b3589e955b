import type { Cloud } from './cloud-schema.ts';

const SAID = { source: 'list', method: 'published', grade: 'B' } as const;
const OWN = {
	source: 'us',
	method: 'assumed',
	grade: 'D',
	reason: 'A guess of the tests.'
} as const;

/** A cloud of two regions with made-up prices, for tests only: no price update reaches it. */
export const exampleCloud: Cloud = {
	schemaVersion: 1,
	updated: '2026-06-01',
	cloud: 'aws',
	label: 'Example Cloud',
	currency: 'USD',
	provider: 'eks',
	defaults: { region: 'north-1', nodeTypes: ['big.8', 'old.8'], yardstick: 'old.8' },
	sources: {
		list: {
			publisher: 'Example',
			title: 'Price list',
			url: 'https://example.com/p',
			date: '2026-01'
		},
		us: {
			publisher: 'MeshUp',
			title: 'Judgement',
			locator: 'beside the figure',
			date: '2026-02-01'
		}
	},
	regions: { 'north-1': 'North', 'south-1': '' },
	areas: ['peer'],
	nodes: {
		specs: { source: 'list', asOf: '2026-01-01', grade: 'B' },
		types: {
			'big.8': { family: 'big', vcpu: '8', memGiB: '32', arch: 'arm64', processor: 'Core 9' },
			'old.8': { family: 'old', vcpu: '8', memGiB: '32', arch: 'amd64' },
			'tiny.1': { family: 'old', vcpu: '0.25', memGiB: '1', arch: 'amd64', visibleVcpu: '2' }
		},
		maxPods: [{ from: '2026-01-01', ...SAID, pods: { '*': '110', 'big.8': '58' } }],
		prices: [
			{
				from: '2026-01-01',
				...SAID,
				amounts: {
					'big.8': { 'north-1': '0.4' },
					'old.8': { 'north-1': '0.5', 'south-1': '0.6' },
					'tiny.1': { 'north-1': '0.01' }
				}
			},
			{ from: '2026-06-01', ...SAID, amounts: { 'old.8': { 'north-1': '0.55' } } }
		],
		spotPrices: [{ from: '2026-01-01', ...SAID, amounts: { 'old.8': { 'north-1': '0.2' } } }]
	},
	services: {
		cross: {
			name: 'Between zones',
			unit: 'USD/GB',
			per: 'GB',
			values: [
				{ from: '2026-01-01', ...SAID, amounts: { 'north-1': '0.01' } },
				{ from: '2026-02-01', ...OWN, amounts: { 'north-1': '0.5', 'south-1': '0.012' } }
			]
		},
		samples: {
			name: 'Samples',
			unit: 'USD/sample',
			per: '10M samples',
			quantity: 10_000_000,
			values: [{ from: '2026', ...SAID, amounts: { '*': '0.90' } }]
		},
		tasks: {
			name: 'Tasks',
			unit: 'USD/core-hour',
			per: 'vCPU-hour',
			values: [{ from: 'undated', ...SAID, amounts: { 'north-1': '0.04' } }],
			otherwise: { missing: 'not-published', reason: 'Only the north is listed.' }
		}
	},
	platform: {
		bytesPerGB: { amount: '1000000000', unit: 'byte/GB', from: '2026-02-01', ...OWN },
		crossAzPerGB: { sku: 'cross', unit: 'USD/GB', times: '2', derivation: 'Both directions.' },
		perMillionSamples: { sku: 'samples', unit: 'USD', times: '0.1', derivation: 'A tenth.' },
		perGBTrace: { sku: 'cross', unit: 'USD/GB', method: 'assumed', reason: 'A stand-in.' },
		fargateVcpuHour: { sku: 'tasks', unit: 'USD/core-hour' },
		latticePerGB: { missing: 'not-offered', reason: 'Sold elsewhere.' }
	},
	commitments: [
		{
			kind: 'standard-ri',
			term: '1yr',
			payment: 'all-upfront',
			measure: 'USD/hour',
			from: '2026-06-01',
			...SAID,
			references: { old: 'old.8' },
			amounts: { old: { 'north-1': '0.33' } }
		},
		{
			kind: 'resource-cud',
			term: '3yr',
			measure: 'USD/month',
			from: '2026-06-01',
			...SAID,
			references: { big: 'big.8' },
			amounts: { big: { 'north-1': '131.4' } }
		},
		{
			kind: 'spot',
			term: 'average',
			measure: 'percent',
			from: '2026-06-01',
			...SAID,
			references: { old: 'old.8' },
			amounts: { old: { 'north-1': '58', 'south-1': '41.2' } }
		},
		{
			kind: 'sustained-use',
			term: 'full month',
			measure: 'USD/month',
			from: '2026-06-01',
			...SAID,
			references: { big: 'big.8' },
			amounts: { big: { 'north-1': '233.6' } }
		}
	]
};
