import type { EmbedView } from '../../charts/specs/embed-view.ts';
import type { EmbedAsk } from '../../embed/address.ts';
import type { Plan } from '../../plan/plan.ts';
import type { FormNumber } from '../form.ts';

/** What a page under `/embed` is made from. Plain values: they go to the script as they are. */
export interface EmbedData {
	readonly ask: EmbedAsk;
	/** Of the site; empty in a static build, which does not know where it will stand. */
	readonly origin: string;
	/** Why there are no figures. */
	readonly problem?: string;
	readonly shown?: EmbedShown;
	/** Sites that may frame it, in the words of CSP: whose messages it hears. */
	readonly hosts: string;
	/** A server answers for each address: nothing is left for the page to read. */
	readonly served: boolean;
}

export interface EmbedShown {
	readonly plan: Plan;
	/** State of a link to the plan; none for the default one. */
	readonly state: string | undefined;
	readonly view: EmbedView;
	/** Day from which the figures are seen, ISO. */
	readonly day: string;
	/** Inputs that a reader may move. */
	readonly fields: readonly FormNumber[];
}
