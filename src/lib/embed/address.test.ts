import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	embedAddress,
	FORMS,
	fragmentState,
	pictureAddress,
	PRESET_IDS,
	readPath,
	readPictureQuery,
	readQuery,
	type EmbedAsk
} from './address.ts';
import { THEMES } from './protocol.ts';

const read = (address: string): EmbedAsk | undefined => {
	const { pathname, search } = new URL(address, 'https://mesh.example.com');
	const path = readPath(pathname);
	return path === undefined ? undefined : { ...path, ...readQuery(search) };
};

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const word = fc.stringMatching(/^[\w-]{1,20}$/);

const asks = fc
	.record({
		form: fc.constantFrom(...FORMS),
		theme: fc.constantFrom(...THEMES),
		state: optional(word),
		preset: optional(fc.constantFrom(...PRESET_IDS)),
		pinned: optional(fc.constant('2026-11-24')),
		model: fc.constant('1.0.0'),
		since: optional(fc.constant('2026-10-01')),
		frame: optional(word),
		inputs: fc.subarray(['workload.pods', 'workload.edgeRps', 'people.hourlyRate'])
	})
	.map(({ since, model, inputs, ...ask }) => ({
		...ask,
		...(ask.pinned === undefined ? { since } : { model }),
		inputs: ask.form === 'sliders' ? inputs : []
	}));

describe('embedAddress', () => {
	it('is read back as it was asked, for 500 random embeds', () => {
		fc.assert(
			fc.property(asks, (ask) => {
				const told = Object.entries(ask).filter(([, value]) => value !== undefined);
				expect(read(embedAddress(ask as EmbedAsk))).toEqual(Object.fromEntries(told));
			}),
			{ numRuns: 500 }
		);
	});

	it('is /embed for the card of the default plan', () => {
		expect(embedAddress({ form: 'card', theme: 'auto', inputs: [] })).toBe('/embed');
	});

	it('names form, preset, day and inputs', () => {
		const address = embedAddress({
			form: 'sliders',
			preset: 'small',
			theme: 'dark',
			pinned: '2026-11-24',
			model: '1.0.0',
			inputs: ['workload.pods', 'workload.edgeRps']
		});
		expect(address).toBe(
			'/embed/sliders/small?p=2026-11-24&m=1.0.0&theme=dark&in=workload.pods,workload.edgeRps'
		);
	});
});

describe('readPath', () => {
	it.each([
		'/',
		'/embedded',
		'/embed/build',
		'/embed/chart/huge',
		'/embed/small/chart',
		'/x/embed'
	])('takes %s for no embed', (path) => expect(readPath(path)).toBeUndefined());
});

describe('readQuery', () => {
	it('leaves out what no embed has: a theme, a frame, a model or an input of markup', () => {
		const query = '?theme=<b>&frame="><svg>&m=<i>&in=<script>,workload.pods,__proto__.x';
		expect(readQuery(query)).toEqual({ theme: 'auto', inputs: ['workload.pods'] });
	});

	it('takes 4 inputs of 6, each once', () => {
		const { inputs } = readQuery('?in=a.a,a.a,a.b,a.c,a.d,a.e');
		expect(inputs).toEqual(['a.a', 'a.b', 'a.c', 'a.d']);
	});
});

describe('fragmentState', () => {
	it('is what stands behind #s=, and nothing else', () => {
		expect(fragmentState('#s=AbC')).toBe('AbC');
		expect([fragmentState(''), fragmentState('#t=1'), fragmentState('#x&s=1')]).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});

describe('pictureAddress', () => {
	it('asks for the same plan and day as the embed', () => {
		const ask = { form: 'chart', theme: 'dark', inputs: [], state: 'AQ-_', pinned: '2026-11-24' };
		const address = pictureAddress(ask as EmbedAsk, 'svg');
		expect(address).toBe('/api/v1/chart.svg?s=AQ-_&p=2026-11-24&theme=dark');
		expect(readPictureQuery(address.replace(/^[^?]*/, ''))).toMatchObject({
			state: 'AQ-_',
			pinned: '2026-11-24',
			theme: 'dark'
		});
	});
});
