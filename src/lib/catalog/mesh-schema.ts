import { z } from 'zod';
import { lifecycle } from './lifecycle-schema.ts';
import { MESH_IDS } from './mesh-ids.ts';
import {
	component,
	controlPlane,
	coverage,
	fee,
	latency,
	licence,
	move,
	nodeAgent,
	otherPrice,
	platforms,
	taskProxy,
	telemetry
} from './mesh-parts-schema.ts';
import { gateway, proxy, waypoint, ztunnel } from './mesh-proxy-schema.ts';
import { figure, missing, rangeFigure, sources, words } from './schema.ts';

/** Effort of one mesh (`model.md` §12); what is the same for every mesh stands in people.json. */
const support = z
	.strictObject({
		fteBase: rangeFigure,
		ftePerExtraCluster: rangeFigure,
		ftePer100Services: rangeFigure,
		upgradesPerYear: rangeFigure,
		hoursPerUpgradeCluster: rangeFigure,
		hoursPerUpgradeService: rangeFigure,
		patchesPerYear: rangeFigure,
		hoursPerPatchCluster: rangeFigure,
		meshIncidentsPerYear: rangeFigure,
		hoursPerIncident: rangeFigure
	})
	.readonly();

const fees = z
	.strictObject({
		feePerProxyHour: fee.optional(),
		feePerServiceHour: fee.optional(),
		feePerClusterHour: fee.optional(),
		feePerGB: fee.optional(),
		feePerMillionRequests: fee.optional(),
		freeRequestsPerServiceHour: figure.optional()
	})
	.readonly();

const option = z.strictObject({
	label: z.string().min(3).max(60),
	summary: words,
	kind: z.enum(['none', 'sidecar', 'ambient', 'managed']),
	dataPlane: z.string().min(3).max(60),
	registry: z.string().min(3).max(60),
	/** Name of the custom property that holds its colour, without the two dashes. */
	colour: z.string().regex(/^mesh-[a-z0-9-]+$/),
	sizing: z.enum(['requests', 'usage', 'max']),
	/** Which services a proxy holds: all of the mesh, or those it calls. */
	visibleServices: z.enum(['all', 'peersPerProxy']),
	edgeMeshed: z.boolean(),
	crossAzIncluded: z.boolean().optional(),
	platforms,
	components: z.array(component).readonly(),
	proxy: proxy.optional(),
	ztunnel: ztunnel.optional(),
	waypoint: z.union([waypoint, missing]).optional(),
	taskProxy: taskProxy.optional(),
	nodeAgent: nodeAgent.optional(),
	controlPlane: controlPlane.optional(),
	gateway: gateway.optional(),
	latency,
	telemetry,
	support,
	licence,
	fees,
	lifecycle: lifecycle.optional(),
	otherPrices: z.array(otherPrice).readonly(),
	moves: z.array(move).readonly().optional(),
	coverage
});

/** A complete option of a plan. */
export const meshOption = option.readonly();
export type MeshOption = z.infer<typeof meshOption>;

/** An option that names another, `consul` or `istio/istio-sidecar`, and says what differs. */
export const meshPatch = option
	.partial()
	.extend({ extends: z.string().min(3).max(60) })
	.readonly();
export type MeshPatch = { readonly extends: string } & Partial<MeshOption>;

export const meshFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		file: z.string().min(3).max(40),
		sources,
		options: z.partialRecord(z.enum(MESH_IDS), z.union([meshOption, meshPatch])).readonly()
	})
	.readonly();

/** A file as the loader reads it. */
export interface MeshFile {
	readonly schemaVersion: 1;
	readonly file: string;
	readonly sources: z.infer<typeof sources>;
	readonly options: Readonly<Record<string, MeshOption | MeshPatch>>;
}
