import { readPath, readQuery, type EmbedAsk } from '../embed/address.ts';
import type { EmbedData } from '../state/embed/data.ts';
import { embedFields } from '../state/embed/fields.ts';
import { frameAncestors } from '../../headers.ts';
import { IS_STATIC } from './build-kind.ts';
import { embedAnswer } from './embed-answer.ts';

/** A static build has one page for all queries, made without any. */
function askOf(url: URL): EmbedAsk {
	const path = readPath(url.pathname) ?? { form: 'card' as const };
	return { ...path, ...readQuery(IS_STATIC ? '' : url.search) };
}

/** What a page under `/embed` shows for its address. */
export async function embedPage(url: URL): Promise<EmbedData> {
	const ask = askOf(url);
	const origin = IS_STATIC ? '' : url.origin;
	const hosts = frameAncestors(process.env);
	const shared = { ask, origin, hosts, served: !IS_STATIC };
	const answer = await embedAnswer(ask, new Date().toISOString());
	if (!answer.ok) {
		return { ...shared, problem: answer.errors.map(({ message }) => message).join(' ') };
	}
	const { plan, state, view, day, inForce } = answer.value;
	const fields = ask.form === 'sliders' ? embedFields(ask, inForce) : [];
	return { ...shared, shown: { plan, state, view, day, fields } };
}
