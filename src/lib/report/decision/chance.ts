import type { InputSpec } from '../../engine/after/draw-inputs.ts';
import type { Leaf } from '../../plan/resolve/leaf.ts';
import type { ResolvedOption } from '../../plan/resolve/resolve.ts';

/** Inputs that belong to a mesh: another mesh has a figure of its own. */
const OF_A_MESH = /^(mesh\.|support\.|latency\.hop|observability\.series)/;

/** Separates the input's path from the figure in the name of a chance. */
const OF = ' of ';

/**
 * Name of the chance that an input is drawn by: inputs of one name have the same quantile in every
 * sample, whichever option reads them (`model.md` §15, common random numbers).
 *
 * What describes the platform is one input for all. What describes a mesh is one input for those that
 * share the figure; the user's own figure is one wherever he has set it. The name depends on nothing
 * else, so that adding an option changes no draw of the others.
 */
export function chanceOf(path: string, leaf: Leaf): string {
	if (!OF_A_MESH.test(path)) return path;
	if (leaf.changed) return `${path}${OF}${leaf.planPath ?? 'the user'}`;
	const { low = '', value = '', high = '', source = '' } = leaf;
	return `${path}${OF}${low} ${value} ${high} ${source}`;
}

/** Path of the input behind a chance. */
export const pathOf = (chance: string): string =>
	chance.split(OF)[0]?.replace(/ as a share$/, '') ?? chance;

const ENVOY_CPU = /^mesh\.proxy\.(c0|c1|c2)$/;
const ENGINEERS = /^support\.(fteBase|ftePer100Services|ftePerExtraCluster)$/;
const INCIDENTS = /^opportunity\.incidents\.(perYear|costPerHour)$/;

/** The default correlations of `model.md` §15. */
export function correlationOf(
	{ mesh }: Pick<ResolvedOption, 'mesh'>,
	path: string
): InputSpec['correlate'] {
	if (ENVOY_CPU.test(path) && isEnvoy(mesh.dataPlane)) {
		return { group: `Envoy ${path}`, rho: 0.8 };
	}
	if (ENGINEERS.test(path)) return { group: path, rho: 0.7 };
	return INCIDENTS.test(path) ? { group: 'incidents', rho: 0.3 } : undefined;
}

/** The sidecar of which a tunnel is a share is an Envoy too. */
const isEnvoy = (dataPlane: string): boolean => /envoy/i.test(dataPlane);
