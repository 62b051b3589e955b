import { createHash } from 'node:crypto';
import { readPictureQuery } from '../embed/address.ts';
import type { Theme } from '../embed/protocol.ts';
import { chartSvg, faultSvg } from './chart-svg.ts';
import { embedAnswer } from './embed-answer.ts';
import { toPng } from './png.ts';

/** A picture opened by itself runs nothing and asks for nothing. */
const SEALED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const etagOf = (body: string): string =>
	`"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

interface Drawn {
	readonly svg: string;
	readonly theme: Theme;
	readonly status: number;
}

/** The picture that an address asks for; where it cannot be, a picture that says why. */
async function drawn(url: URL, type: 'svg' | 'png'): Promise<Drawn> {
	const ask = readPictureQuery(url.search);
	const theme = type === 'png' && ask.theme === 'auto' ? 'light' : ask.theme;
	const answer = await embedAnswer(ask, new Date().toISOString());
	if (answer.ok) return { svg: chartSvg(answer.value.view, theme), theme, status: 200 };
	const why = answer.errors.map(({ message }) => message).join(' ');
	return { svg: faultSvg(why, theme), theme, status: 400 };
}

/** The same picture as SVG or PNG. PNG knows no reader's theme: `auto` is light. */
export async function picture(request: Request, type: 'svg' | 'png'): Promise<Response> {
	const { svg, status } = await drawn(new URL(request.url), type);
	const etag = etagOf(type + svg);
	const headers = { etag, 'cache-control': 'no-cache', 'content-security-policy': SEALED };
	if (status === 200 && request.headers.get('if-none-match') === etag) {
		return new Response(null, { status: 304, headers });
	}
	if (type === 'svg') {
		const full = { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' };
		return new Response(svg, { status, headers: full });
	}
	const png = await toPng(svg);
	return new Response(png, { status, headers: { ...headers, 'content-type': 'image/png' } });
}
