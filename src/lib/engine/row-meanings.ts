import type { Meaning } from './graph/node.ts';

/** What each row of the ledger tells its reader; its formula is derived, never written. */
export const META = {
	'infra.compute': {
		label: 'Nodes',
		why: 'Whole nodes that the mesh adds, or its share of nodes, after commitments and interruptible capacity.',
		limits: 'Nodes move in steps: two options with unlike needs can cost the same nodes.',
		sources: ['model §6', 'model §7']
	},
	'infra.fargate': {
		label: 'Larger tasks',
		why: 'A proxy in a task without nodes may push it to the next size that is sold.',
		sources: ['model §8 S6']
	},
	'infra.storage': {
		label: 'Disk',
		why: 'Disk of the control plane.',
		sources: ['model §5']
	},
	'infra.network.overhead': {
		label: 'Transfer between zones, added',
		why: 'Each call carries TLS framing; a call through a waypoint crosses the network once more.',
		limits:
			'Even spread over zones errs high where callers sit beside callees; handshakes and configuration pushes are left out, which errs low.',
		sources: ['model §9']
	},
	'infra.network.locality': {
		label: 'Transfer between zones, saved',
		why: 'Calls that the mesh keeps in their zone pay no transfer.',
		limits: 'Needs endpoints of each service in each zone.',
		sources: ['model §9']
	},
	'infra.loadBalancer': {
		label: 'Load balancers',
		why: 'What the mesh adds: one for its ingress, one per cluster for east-west gateways, and what they carry. Without a mesh none is added; those that stand today are in no column.',
		limits:
			'Errs high where the ingress of the mesh takes the place of one that stands today, whose load balancer would go.',
		sources: ['model §9']
	},
	'infra.meshFee': {
		label: 'Mesh fee',
		why: 'What the provider charges for the mesh itself.',
		limits:
			'The free allowance is pooled over services and hours: a lower bound where requests are uneven.',
		sources: ['model §9']
	},
	'infra.observability.metrics': {
		label: 'Metrics',
		why: 'Samples, disk and memory for the series that proxies add.',
		sources: ['model §10']
	},
	'infra.observability.traces': {
		label: 'Traces',
		why: 'One span per pass through a proxy, at the sampling rate.',
		sources: ['model §10']
	},
	'infra.observability.logs': {
		label: 'Access logs',
		why: 'One record per pass through a proxy, for the share that is logged.',
		sources: ['model §10']
	},
	'support.run': {
		label: 'Running it',
		why: 'Engineers in steps of staffing; a new mesh takes more of them at first.',
		limits: 'How many engineers a mesh takes is an assumption: few have measured it.',
		sources: ['model §12']
	},
	'support.upgrades': {
		label: 'Upgrades and patches',
		why: 'Sidecars need a restart of every workload, node proxies far fewer.',
		sources: ['model §12 S12']
	},
	'support.onCall': {
		label: 'On call',
		why: 'Incidents of the mesh itself, and a rota where none exists.',
		sources: ['model §12 S13']
	},
	'support.training': {
		label: 'Training',
		why: 'Once for the team, then for those who follow leavers.',
		sources: ['model §12']
	},
	'support.consulting': {
		label: 'Consulting',
		why: 'As given.',
		sources: ['model §12']
	},
	'support.licence': {
		label: 'Licence',
		why: 'The licence of the month by its units and bands.',
		sources: ['model §12']
	},
	'support.migration': {
		label: 'Migration',
		why: 'Hours to move every service, and both meshes running meanwhile.',
		limits: 'Outages during the move are left out.',
		sources: ['model §12']
	},
	'avoided.build': {
		label: 'Not built ourselves',
		why: 'Features that would be built anyway and that the mesh has.',
		sources: ['model §13']
	},
	'avoided.incidents': {
		label: 'Fewer and shorter outages',
		why: 'Part of the loss by outages that a mesh can help with.',
		sources: ['model §13']
	},
	'avoided.security': {
		label: 'Fewer breaches, shorter audits',
		why: 'Excluded until a probability is set.',
		sources: ['model §13']
	},
	'avoided.delivery': {
		label: 'Faster releases',
		why: 'Hours that releases no longer take.',
		sources: ['model §13']
	},
	'avoided.replaced': {
		label: 'Invoices no longer paid',
		why: 'Present invoices of tools that become unnecessary.',
		sources: ['model §13']
	},
	'adoption.latencyTax': {
		label: 'Revenue lost to latency',
		why: 'Revenue that depends on response time, times what the path gains.',
		limits: 'Studies measure page loads, not calls between services.',
		sources: ['model §13 S14']
	},
	'adoption.diverted': {
		label: 'Value of hours spent',
		why: 'What engineers would have made instead, above their wage.',
		sources: ['model §13']
	}
} as const satisfies Readonly<Record<string, Omit<Meaning, 'id'>>>;
