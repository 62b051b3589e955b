import { expect, it } from 'vitest';
import { Gap } from '../engine/graph/gap.ts';
import type { Run } from '../engine/run.ts';
import { catalogs, TODAY } from '../plan/resolve/example-resolve.ts';
import { capacityOf } from './capacity.ts';
import { isGap } from './gap.ts';
import { workOut } from './work-out.ts';

it('is a gap that names the input where nodes or requests are unknown, never nodes of 0', () => {
	const found = workOut({ plan: {}, catalog: catalogs.aws, generatedAt: TODAY, reading: 'exact' });
	if (!found.ok) throw new Error(found.errors[0]?.message);
	const entry = found.value.options.find(({ option }) => option.id === 'linkerd');
	if (entry?.run === undefined) throw new Error('Linkerd did not run');
	expect(isGap(capacityOf(entry))).toBe(false);
	const unknown = new Gap(['mesh.proxy.memReqMiB']);
	const run = { ...entry.run, answers: { of: () => unknown, number: () => NaN } } as unknown as Run;
	expect(capacityOf({ ...entry, run })).toMatchObject({
		reason: 'No figure for: Memory requested per proxy.'
	});
});
