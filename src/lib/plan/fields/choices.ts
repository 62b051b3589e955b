import {
	BILLINGS,
	CLOUDS,
	COMMITMENTS,
	METRICS,
	PACKING_MODES,
	FISCAL_STARTS,
	PLATFORM_RUNTIMES,
	ROUNDINGS,
	SIZINGS
} from '../plan.ts';
import type { FieldGroup } from './field.ts';

export interface Choice {
	readonly value: string;
	readonly label: string;
}

interface ChoiceMeaning {
	readonly group: FieldGroup;
	readonly label: string;
	readonly help: string;
	/** Absent where price files know the choices. */
	readonly choices?: readonly Choice[];
}

const labelled = <T extends string>(
	values: readonly T[],
	labels: Readonly<Record<T, string>>
): readonly Choice[] => values.map((value) => ({ value, label: labels[value] }));

/** Fields that are chosen from a list, by plan path. */
export const CHOICE_MEANINGS: Readonly<Record<string, ChoiceMeaning>> = {
	'platform.cloud': {
		group: 'Platform',
		label: 'Cloud',
		help: 'Whose prices are taken.',
		choices: labelled(CLOUDS, { aws: 'AWS', gcp: 'Google Cloud', azure: 'Azure' })
	},
	'platform.region': {
		group: 'Platform',
		label: 'Region',
		help: 'Where nodes run: prices differ by region.'
	},
	'platform.nodeType': {
		group: 'Platform',
		label: 'Node type',
		help: 'The machine that pods are placed on.'
	},
	'platform.runtime': {
		group: 'Platform',
		label: 'Runs on',
		help: 'What places your pods or tasks.',
		choices: labelled(PLATFORM_RUNTIMES, {
			k8s: 'Kubernetes on nodes',
			ecs: 'ECS on instances',
			fargate: 'ECS on Fargate'
		})
	},
	'platform.commitment': {
		group: 'Platform',
		label: 'Commitment',
		help: 'How nodes are bought.',
		choices: labelled(COMMITMENTS, {
			'on-demand': 'On demand',
			'1y': 'One year',
			'3y': 'Three years'
		})
	},
	'platform.billing': {
		group: 'Platform',
		label: 'Compute is counted as',
		help: 'Whole nodes as invoiced, or the share that the mesh takes up.',
		choices: labelled(BILLINGS, {
			provisioned: 'Whole nodes',
			allocated: 'Share of nodes'
		})
	},
	'platform.sizing': {
		group: 'Platform',
		label: 'Proxies are sized by',
		help: 'What a proxy is taken to occupy.',
		choices: labelled(SIZINGS, {
			requests: 'Their requests',
			usage: 'Their use at peak',
			max: 'The larger of both'
		})
	},
	'platform.packingMode': {
		group: 'Platform',
		label: 'Nodes are counted by',
		help: 'Totals over capacity, or how many pods of each size fit on one node.',
		choices: labelled(PACKING_MODES, { sum: 'Totals', shape: 'Pods that fit' })
	},
	'observability.metrics': {
		group: 'Observability',
		label: 'Metrics are kept',
		help: 'In a Prometheus of your own, or by the cloud at a price per sample.',
		choices: labelled(METRICS, { 'self-hosted': 'By yourself', hosted: 'By the cloud' })
	},
	'migration.from': {
		group: 'Migration',
		label: 'Mesh you leave',
		help: 'Its bill stands beside the targets for as long as both run.'
	},
	'finance.currency': {
		group: 'Finance',
		label: 'Currency',
		help: 'Other than US dollars needs a rate of yours and its day.'
	},
	'finance.fiscalYearStart': {
		group: 'Finance',
		label: 'Fiscal year begins in',
		help: 'Totals by year follow it; the year is named for the one in which it ends.',
		choices: FISCAL_STARTS.map((value) => ({
			value,
			label: value.replace(/^./, (letter) => letter.toUpperCase())
		}))
	},
	'finance.rounding': {
		group: 'Finance',
		label: 'Half a cent goes',
		help: 'Each cell is rounded once.',
		choices: labelled(ROUNDINGS, { 'half-even': 'To the even cent', 'half-up': 'Up' })
	}
};

/** Fields that are on or off, by plan path. */
export const SWITCH_MEANINGS: Readonly<Record<string, Omit<ChoiceMeaning, 'choices'>>> = {
	'workload.edgeMeshed': {
		group: 'Workload',
		label: 'Entering requests pass the mesh',
		help: 'Off where the edge proxy is not part of it.'
	},
	'platform.azBalanced': {
		group: 'Platform',
		label: 'Zones hold equally many nodes',
		help: 'Nodes are added in steps of one a zone.'
	},
	'platform.surviveAzLoss': {
		group: 'Platform',
		label: 'Survives the loss of a zone',
		help: 'The other zones have room for its pods.'
	},
	'opportunity.enabled': {
		group: 'Risk and benefit',
		label: 'Count avoided cost',
		help: 'One switch for all benefits and for the cost of adopting.'
	}
};
