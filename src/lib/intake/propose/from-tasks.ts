import type { TaskEstate } from '../inventory/task-estate.ts';
import { isMissing } from '../parsed.ts';
import { counted, override, shown, type Proposal } from './proposal.ts';

/** What ECS files say for a plan of their own: one group a family (`model.md` §16). */
export function proposeTasks(estate: TaskEstate): readonly Proposal[] {
	const { groups, services, appMemFactor } = estate;
	if (groups.length === 0) return [];
	const tasks = groups.reduce((sum, group) => sum + group.tasks, 0);
	const allFargate = groups.every((group) => group.runtime === 'fargate');
	const out: Proposal[] = [
		counted('platform.cloud', 'aws', 'ECS runs on AWS'),
		counted('platform.runtime', allFargate ? 'fargate' : 'ecs', 'Launch types of the services'),
		counted(
			'workload.groups',
			groups.map((group) => ({
				id: group.id,
				pods: group.tasks,
				appCpu: shown(group.app.cpu ?? 0),
				appMemMiB: shown(group.app.memMiB ?? 0),
				runtime: group.runtime
			})),
			`${tasks} desired tasks of ${groups.length} families, less their Envoy`
		)
	];
	if (!isMissing(services)) out.push(counted('workload.services', services.value, services.from));
	if (!isMissing(appMemFactor) && appMemFactor.value > 1)
		out.push(
			override('ecs-service-connect', 'mesh.taskProxy.appMemFactor', {
				value: shown(appMemFactor.value),
				from: appMemFactor.from,
				basis: 'derived'
			})
		);
	return [...out, ...fromEnvoy(estate)];
}

/** Tasks with the Envoy of App Mesh say what is left, and how large its proxy is. */
function fromEnvoy({ groups }: TaskEstate): readonly Proposal[] {
	const meshed = groups.filter((group) => group.proxy !== undefined);
	if (meshed.length === 0) {
		const connected = groups.filter((group) => group.serviceConnect).length;
		if (connected === 0) return [];
		const from = `${connected} families use Service Connect today`;
		return [counted('migration.from', 'ecs-service-connect', from)];
	}
	const tasks = meshed.reduce((sum, group) => sum + group.tasks, 0);
	const out = [counted('migration.from', 'app-mesh', `${tasks} tasks carry the Envoy of App Mesh`)];
	for (const [input, of] of [
		['mesh.proxy.cpuReq', 'cpu'],
		['mesh.proxy.memReqMiB', 'memMiB']
	] as const) {
		const set = meshed.filter((group) => group.proxy?.[of] !== undefined && group.tasks > 0);
		const weight = set.reduce((sum, group) => sum + group.tasks, 0);
		if (weight === 0) continue;
		const sum = set.reduce((total, group) => total + (group.proxy?.[of] ?? 0) * group.tasks, 0);
		const from = 'Mean size of the Envoy of today';
		out.push(override('app-mesh', input, { value: shown(sum / weight), from, basis: 'counted' }));
	}
	return out;
}
