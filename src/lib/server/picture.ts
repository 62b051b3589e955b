import { createHash } from 'node:crypto';
import { readPictureQuery } from '../embed/address.ts';
import { Answers } from './answers.ts';
import { chartSvg, faultSvg } from './chart-svg.ts';
import { embedAnswer } from './embed-answer.ts';
import { bytesOf } from './estimate.ts';
import { MOST } from './limits.ts';
import { toPng } from './png.ts';

/** A picture opened by itself runs nothing and asks for nothing. */
const SEALED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const etagOf = (body: string): string =>
	`"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

interface Drawn {
	readonly svg: string;
	readonly etag: string;
	readonly status: number;
}

const finished = (svg: string, type: 'svg' | 'png', status: number): Drawn => ({
	svg,
	etag: etagOf(type + svg),
	status
});

const pictures = new Answers<Drawn>(MOST.pictureBytes, ({ status, svg }, question) =>
	status === 200 ? bytesOf(svg) + bytesOf(question) : undefined
);

/** The picture that an address asks for, the same all day; where there is none, one that says why. */
async function drawn(search: string, type: 'svg' | 'png'): Promise<Drawn> {
	const now = new Date().toISOString();
	return pictures.ask(`${type} ${now.slice(0, 10)} ${search}`, async () => {
		const ask = readPictureQuery(search);
		const theme = type === 'png' && ask.theme === 'auto' ? 'light' : ask.theme;
		const answer = await embedAnswer(ask, now);
		if (answer.ok) return finished(chartSvg(answer.value.view, theme), type, 200);
		const why = answer.errors.map(({ message }) => message).join(' ');
		return finished(faultSvg(why, theme), type, 400);
	});
}

/** The same picture as SVG or PNG. PNG knows no reader's theme: `auto` is light. */
export async function picture(request: Request, type: 'svg' | 'png'): Promise<Response> {
	const { svg, etag, status } = await drawn(new URL(request.url).search, type);
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
