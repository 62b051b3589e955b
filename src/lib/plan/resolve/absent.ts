import { INPUT_BY_PATH } from '../../engine/inputs.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, derived, type Leaf } from './leaf.ts';

/** Parts that an option need not have, with what a reader of a formula is told of their inputs. */
const ABSENT: readonly (readonly [prefix: string, reason: string])[] = [
	['mesh.fee', 'this option has no such fee'],
	['mesh.freeRequests', 'this option has no free requests'],
	['mesh.proxy.', 'this option has no sidecars'],
	['mesh.ztunnel.', 'this option has no node tunnels'],
	['mesh.waypoint.', 'this option has no waypoints'],
	['mesh.gateway.', 'this option has no gateway of its own'],
	['mesh.nodeAgent.', 'an installation as it comes has no agent on the nodes'],
	['mesh.controlPlane.', 'this option has no control plane on our machines'],
	['mesh.taskProxy.', 'the provider sizes no proxy for us'],
	['observability.seriesZtunnel', 'this option has no node tunnels'],
	['latency.workers', 'this option has no proxy whose threads are ours'],
	['fargate.', 'no task runs without nodes'],
	['support.licence.', 'no licence is needed'],
	['support.migration.oldMonthly', 'no invoice of today is entered'],
	['support.', 'without a mesh there is nothing to run'],
	['opportunity.', 'benefits are left out of this option']
];

const SETTINGS: Readonly<Record<string, string>> = {
	'mesh.feeDiscount': 'No discount on the fee until you enter one.',
	'purchase.spotShare': 'No interruptible nodes until you say otherwise.'
};

/** What the record takes for an input that it does not name, with the reason. */
const KNOWN: ReadonlyMap<string, Leaf> = new Map(
	[...INPUT_BY_PATH].flatMap(([path, { initial }]): (readonly [string, Leaf])[] => {
		const setting = SETTINGS[path];
		if (setting !== undefined) {
			return [[path, { ...byDefault(initial, setting), unwritten: true }]];
		}
		const reason = ABSENT.find(([prefix]) => path.startsWith(prefix))?.[1];
		return reason === undefined ? [] : [[path, { ...derived(initial, reason), unwritten: true }]];
	})
);

/** Gives a reason to every 0 of the record that stands for a part the option does not have. */
export function addAbsent(draft: RecordDraft): void {
	for (const [path, leaf] of KNOWN) {
		if (draft.get(path) === undefined) draft.set(path, leaf);
	}
}
