import { describe, expect, it } from 'vitest';
import { readPlanLink } from '../plan/link.ts';
import { linkLabel, linkTo } from './link-to.ts';

const plan = { workload: { pods: 120 } };

describe('the link in a file', () => {
	it('leads to the address, and restores the plan', async () => {
		const { link = '' } = await linkTo(plan, 'https://meshup.example/plan/?x=1#old');
		expect(link).toMatch(/^https:\/\/meshup\.example\/plan\/#s=\S+$/);
		expect(await readPlanLink(link)).toEqual({ ok: true, value: plan });
		expect(linkLabel('This plan', link)).toBe('This plan');
	});

	it('is the part from # on where there is no address, and says where that goes', async () => {
		const { link = '' } = await linkTo(plan);
		expect(link).toMatch(/^#s=\S+$/);
		expect(await readPlanLink(link)).toEqual({ ok: true, value: plan });
		expect(linkLabel('This plan', link)).toBe('This plan, behind the address of a MeshUp');
	});

	it('is none for the default plan without an address', async () => {
		expect(await linkTo({})).toEqual({});
	});
});
