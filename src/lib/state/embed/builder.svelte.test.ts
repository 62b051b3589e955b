import { describe, expect, it } from 'vitest';
import { decodePlan, encodePlan } from '../../plan/link.ts';
import { presets } from '../../plan/presets.ts';
import { Builder } from './builder.svelte.ts';

const SETTING = { today: '2026-11-24', modelVersion: '1.0.0' };
const links = () => import('../../plan/link.ts');
const HERE = { origin: 'https://mesh.example.com', href: 'https://mesh.example.com/embed/build' };

async function opened(fragment = ''): Promise<Builder> {
	const builder = new Builder(SETTING, links);
	builder.takeOver({ ...HERE, href: HERE.href + fragment });
	await builder.choose(builder.choice);
	return builder;
}

/** The plan that the plain link of a snippet opens. */
async function linked({ parts }: Builder): Promise<unknown> {
	const [, state] = parts.plan.split('#s=');
	const read = state === undefined ? undefined : await decodePlan(state);
	return read?.ok ? read.value : undefined;
}

describe('Builder', () => {
	it('begins with the default plan, live, in a card that 320 px are tall enough for', async () => {
		const { parts } = await opened();
		expect(parts).toMatchObject({
			origin: 'https://mesh.example.com',
			embed: '/embed?since=2026-11-24',
			plan: '/',
			title: 'Service mesh cost estimate, default plan',
			height: 320
		});
	});

	it('names the plan of a link that is pasted, and leads to it', async () => {
		const builder = await opened();
		const state = await encodePlan({ name: 'Checkout', workload: { pods: 40 } });
		await builder.choose('link');
		expect(builder.trouble).toContain('Share');
		await builder.paste(`https://mesh.example.com/#s=${state}`);
		expect(builder.trouble).toBeUndefined();
		expect(builder.parts.title).toBe('Service mesh cost estimate, Checkout');
		expect(builder.parts.embed).toBe(`/embed?s=${state}&since=2026-11-24`);
		expect(await linked(builder)).toEqual({ name: 'Checkout', workload: { pods: 40 } });
	});

	it('takes over the plan of its own address', async () => {
		const state = await encodePlan({ name: 'Checkout' });
		const builder = await opened(`#s=${state}`);
		expect(builder.choice).toBe('link');
		expect(builder.parts.title).toBe('Service mesh cost estimate, Checkout');
	});

	it('says why a link that is cut off cannot be shown, and keeps the plan before it', async () => {
		const builder = await opened();
		await builder.choose('link');
		await builder.paste('https://mesh.example.com/#s=AAAA');
		expect(builder.trouble).toContain('cut off');
	});

	it('leads from a preset to that preset, and from a pinned frame to the pinned plan', async () => {
		const builder = await opened();
		await builder.choose('small');
		expect(builder.parts.title).toBe('Service mesh cost estimate, preset “Small”');
		expect(await linked(builder)).toEqual(presets.small);
		await builder.during('pinned');
		expect(builder.parts.embed).toBe('/embed/small?p=2026-11-24&m=1.0.0');
		expect(await linked(builder)).toEqual({ ...presets.small, data: { pinned: '2026-11-24' } });
	});

	it('keeps two to four inputs open', async () => {
		const builder = await opened();
		builder.toggle('workload.pods');
		expect(builder.open).toHaveLength(2);
		for (const path of ['workload.services', 'people.hourlyRate', 'workload.payloadKiB']) {
			builder.toggle(path);
		}
		expect(builder.open).toEqual([
			'workload.pods',
			'workload.edgeRps',
			'workload.services',
			'people.hourlyRate'
		]);
	});
});
