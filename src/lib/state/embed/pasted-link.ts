import { stateText } from '../navigation.ts';

/** The state in a link that somebody pasted; nothing where it is no address, or one without a plan. */
export const pastedState = (text: string): string | undefined =>
	URL.canParse(text) ? stateText(new URL(text)) : undefined;
