import { z } from 'zod';
import { MESH_IDS } from './mesh-ids.ts';
import { figure, missing, rangeFigure } from './schema.ts';

/** A figure that may be absent for a reason. */
export const figureOrMissing = z.union([figure, missing]);
export const rangeOrMissing = z.union([rangeFigure, missing]);

/** What one container reserves. A chart that sets nothing leaves it missing: unset, not free. */
const requests = z.strictObject({ cpuReq: figureOrMissing, memReqMiB: figureOrMissing }).readonly();

/** Reservations by installation. `used` names the one the model takes, by default on nodes. */
const requestProfiles = z
	.strictObject({
		profiles: z
			.strictObject({ default: requests, ha: requests, task: requests.optional() })
			.readonly(),
		used: z.enum(['default', 'ha']),
		usedOnTasks: z.literal('task').optional()
	})
	.readonly();

const traversal = {
	c0: rangeFigure,
	c2: rangeFigure,
	pRefKiB: figure,
	beta: rangeFigure,
	tlsFactor: rangeFigure,
	connFactor: rangeFigure
};

const memory = { m0: rangeFigure, aServiceKiB: rangeFigure, aEndpointKiB: rangeFigure };

/** CPU as a ratio to the sidecar of the same test, so that no two laboratories are mixed. */
const c1Ratio = rangeFigure
	.unwrap()
	.safeExtend({ of: z.enum(MESH_IDS) })
	.readonly();

/** Coefficients of one sidecar (`model.md` §4). */
export const proxy = z
	.strictObject({ ...traversal, c1: rangeFigure, ...memory, requests: requestProfiles })
	.readonly();

const shared = { ...traversal, c1Ratio, ...memory, requests: requestProfiles };

/** The tunnel of ambient mode, one a node. */
export const ztunnel = z.strictObject(shared).readonly();

/** The HTTP proxy of ambient mode, shared by the services of a namespace. */
export const waypoint = z
	.strictObject({ ...shared, minReplicas: figure, servicesPerWaypoint: rangeFigure })
	.readonly();

export const gateway = z
	.strictObject({
		...traversal,
		c1: rangeFigure,
		cpuReq: figure,
		memReqMiB: figure,
		minReplicas: figure,
		ewMinReplicas: figure
	})
	.readonly();
