import {
	embedAddress,
	pictureAddress,
	readOEmbedQuery,
	readPath,
	readQuery,
	type EmbedAsk
} from '../embed/address.ts';
import { FRAMES } from '../embed/sizes.ts';
import { attribute } from '../embed/snippet.ts';
import { CARD } from './chart-svg.ts';
import { json, refused } from './answer.ts';
import { embedAnswer } from './embed-answer.ts';

const A_DAY_S = 86_400;
const PROVIDER = 'MeshUp';

/** What an address of ours asks for. The address is compared, never fetched. */
function askOf(address: string, origin: string): EmbedAsk | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	const path = url.origin === origin ? readPath(url.pathname) : undefined;
	return path === undefined ? undefined : { ...path, ...readQuery(url.search) };
}

const sizeOf = (most: number | undefined, size: number): number =>
	Math.max(120, Math.min(size, most ?? size));

/** oEmbed 1.0 (`conventions.md` §1.4). */
export async function oEmbed(url: URL): Promise<Response> {
	const asked = readOEmbedQuery(url.search);
	if (asked.format !== 'json') return refused(501, 'Only format=json is offered.');
	const ask = askOf(asked.url, url.origin);
	if (ask === undefined) return refused(404, 'That address is no embed of this server.');
	const answer = await embedAnswer(ask, new Date().toISOString());
	if (!answer.ok) return refused(404, 'The plan in that address cannot be read.');
	const { headline } = answer.value.view;
	const width = sizeOf(asked.maxWidth, FRAMES[ask.form].width);
	const height = sizeOf(asked.maxHeight, FRAMES[ask.form].height);
	const src = attribute(url.origin + embedAddress(ask));
	return json(
		{
			version: '1.0',
			type: 'rich',
			title: headline,
			provider_name: PROVIDER,
			provider_url: `${url.origin}/`,
			cache_age: A_DAY_S,
			width,
			height,
			...thumbnailOf(ask, url.origin),
			html:
				`<iframe src="${src}" title="${attribute(headline)}" width="${width}" height="${height}" ` +
				'loading="lazy" style="border:0"></iframe>'
		},
		{ 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }
	);
}

const thumbnailOf = (ask: EmbedAsk, origin: string) => ({
	thumbnail_url: origin + pictureAddress({ ...ask, theme: 'light' }, 'png'),
	thumbnail_width: CARD.width,
	thumbnail_height: CARD.height
});
