/** What an author copies into a wiki. Everything here is text; nothing is fetched. */
export interface SnippetParts {
	/** Of the site, without a slash at the end: `https://mesh.example.com`. */
	readonly origin: string;
	/** Address of the embed from the root of the site. */
	readonly embed: string;
	/** Address of the full plan from the root of the site. */
	readonly plan: string;
	/** Addresses of the picture from the root of the site. */
	readonly svg: string;
	readonly png: string;
	/** Names the plan for who does not see the frame. */
	readonly title: string;
	/** Of the frame where no script sets it, px. */
	readonly height: number;
}

/** Text inside a double-quoted attribute. */
export const attribute = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/** Text inside the brackets of a Markdown link: what would end or begin markup is escaped. */
const inBrackets = (text: string): string =>
	text.replaceAll(/[\\[\]!`*_<>|#@]/g, '\\$&').replaceAll(/\s+/g, ' ');

const link = ({ origin, plan }: SnippetParts, words: string): string =>
	`<a href="${attribute(origin + plan)}">${attribute(words)}</a>`;

/** Works wherever frames are shown: no script, one real address, a plain link after it. */
export const iframeSnippet = (parts: SnippetParts): string =>
	`<iframe src="${attribute(parts.origin + parts.embed)}" title="${attribute(parts.title)}" ` +
	`width="100%" height="${parts.height}" loading="lazy" style="border:0" ` +
	`allow="clipboard-write; fullscreen"></iframe>\n<p>${link(parts, parts.title)}</p>`;

/** The loader sets the height; where scripts are stripped the link inside is what is left. */
export const loaderSnippet = (parts: SnippetParts): string =>
	`<meshup-estimate src="${attribute(parts.origin + parts.embed)}" ` +
	`title="${attribute(parts.title)}" height="${parts.height}">` +
	`${link(parts, parts.title)}</meshup-estimate>\n` +
	`<script src="${attribute(parts.origin)}/embed.js" async></script>`;

export const markdownSnippet = (parts: SnippetParts): string =>
	`[![${inBrackets(parts.title)}](${parts.origin}${parts.png})](${parts.origin}${parts.plan})`;

export const imageSnippet = (parts: SnippetParts): string =>
	`<a href="${attribute(parts.origin + parts.plan)}">` +
	`<img src="${attribute(parts.origin + parts.svg)}" alt="${attribute(parts.title)}" ` +
	`width="720"></a>`;

/** The address that an oEmbed consumer is given; it asks `/oembed` for the rest. */
export const oEmbedAddress = ({ origin, embed }: SnippetParts): string => origin + embed;

export const plainLink = ({ origin, plan }: SnippetParts): string => origin + plan;
