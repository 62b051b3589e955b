import { expect, it } from 'vitest';
import { emptyDraft, overridden, overrideOf, overridesOf, tidied, type } from './draft.ts';
import { chosenOptions, ownId, withOptions } from './options.ts';

const usual = ['no-mesh', 'linkerd'];
const known = ['no-mesh', 'istio-sidecar', 'linkerd'];

it('shows the two usual options where a plan names none', () => {
	expect(chosenOptions(emptyDraft, usual)).toEqual(usual);
});

it('writes three options in their own order, and nothing again for the usual two', () => {
	const three = withOptions(emptyDraft, ['linkerd', 'istio-sidecar', 'no-mesh'], { known, usual });
	expect(three.plan).toEqual({ options: known });
	expect(withOptions(three, ['linkerd', 'no-mesh'], { known, usual }).plan).toEqual({});
});

it('makes an id of a name that no other option has', () => {
	expect(ownId('Istio, tuned!', ['istio-tuned'])).toBe('istio-tuned-2');
	expect(ownId('***', [])).toBe('own');
});

it('overrides one input of one option and takes it back without a trace', () => {
	const path = 'mesh.proxy.cpuReq';
	const changed = overridden(emptyDraft, { option: 'linkerd', path, value: 0.05 });
	expect(overrideOf(changed, 'linkerd', path)).toBe(0.05);
	expect(overridesOf(changed)).toEqual([{ option: 'linkerd', path, value: 0.05 }]);
	expect(overridden(changed, { option: 'linkerd', path, value: undefined }).plan).toEqual({});
});

it('keeps "ten" in the field and in the plan, for the plan to refuse', () => {
	const draft = type(emptyDraft, { path: 'workload.pods', text: 'ten', shift: 0 });
	expect(draft.plan).toEqual({ workload: { pods: 'ten' } });
	expect(tidied(draft, 'workload.pods').texts).toEqual({ 'workload.pods': 'ten' });
});

it('goes back to the default when a field is emptied', () => {
	const typed = type(emptyDraft, { path: 'workload.pods', text: '500', shift: 0 });
	expect(type(typed, { path: 'workload.pods', text: ' ', shift: 0 }).plan).toEqual({});
});
