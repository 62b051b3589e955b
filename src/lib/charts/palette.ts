/**
 * How each mesh, cost block and part of capacity looks, on every page and in every chart. Colours
 * stand in `styles/tokens/colour.css`; here is which token, and what tells the same things apart
 * without colour: marker, dash, pattern.
 */
export type Marker = 'circle' | 'triangle' | 'rect' | 'rectRot' | 'cross' | 'star';

export interface MeshLook {
	/** Class of `styles/marks.css` that sets `color`. */
	readonly className: string;
	/** Custom property that holds the colour. */
	readonly token: string;
	readonly marker: Marker;
	/** Lengths of dash and gap, px; empty is a solid line. */
	readonly dash: readonly number[];
	/** The marker is an outline. */
	readonly hollow?: boolean;
}

const look = (id: string, marker: Marker, dash: readonly number[] = []): MeshLook => ({
	className: `mesh-${id}`,
	token: `--mesh-${id}`,
	marker,
	dash
});

const PLAIN = look('no-mesh', 'cross', [2, 3]);

const MESHES: Readonly<Record<string, MeshLook>> = {
	'no-mesh': PLAIN,
	'istio-sidecar': look('istio-sidecar', 'circle'),
	'istio-ambient': look('istio-ambient', 'rectRot', [7, 3]),
	'istio-ambient-l4': look('istio-ambient-l4', 'rectRot', [2, 2]),
	linkerd: look('linkerd', 'triangle'),
	'linkerd-enterprise': look('linkerd-enterprise', 'triangle', [7, 3]),
	consul: look('consul', 'rect'),
	'consul-enterprise': look('consul-enterprise', 'rect', [7, 3]),
	'app-mesh': look('app-mesh', 'star', [2, 3]),
	'vpc-lattice': look('vpc-lattice', 'star'),
	'ecs-service-connect': look('ecs-service-connect', 'circle', [7, 3]),
	'cloud-service-mesh': look('cloud-service-mesh', 'rect', [2, 2])
};

/** Long and short by turns: no mesh is drawn so. */
const OWN_DASH = [10, 3, 2, 3];

/** An own option has the colour and marker of the one it was made from, but hollow, and a dash of its own. */
export function meshLook(base: string, own = false): MeshLook {
	const known = MESHES[base] ?? PLAIN;
	return own ? { ...known, dash: OWN_DASH, hollow: true } : known;
}

/** Ids of what bars are made of. */
export type FillId =
	'infra' | 'support' | 'one-off' | 'adoption' | 'avoided' | 'requested' | 'used' | 'invoiced';

export type Pattern = 'solid' | 'stripes' | 'dots';

export interface FillLook {
	readonly className: string;
	readonly token: string;
	/** Custom property of the outline, where the fill alone is paler than 3:1. */
	readonly edge: string;
	readonly pattern: Pattern;
}

const fill = (id: FillId, token: string, pattern: Pattern, edge = token): FillLook => ({
	className: `fill-${id}`,
	token,
	edge,
	pattern
});

const FILLS: Readonly<Record<FillId, FillLook>> = {
	infra: fill('infra', '--block-infra', 'solid'),
	support: fill('support', '--block-support', 'solid', '--block-support-edge'),
	'one-off': fill('one-off', '--block-one-off', 'stripes'),
	adoption: fill('adoption', '--block-adoption', 'dots'),
	avoided: fill('avoided', '--block-avoided', 'stripes'),
	requested: fill('requested', '--part-requested', 'solid'),
	used: fill('used', '--part-used', 'dots', '--part-requested'),
	invoiced: fill('invoiced', '--part-invoiced', 'stripes')
};

export const fillLook = (id: FillId): FillLook => FILLS[id];
