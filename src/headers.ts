/** Header names and values, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

const EVERYWHERE: Headers = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
};

/** Read by embeds in a sandbox, whose origin is opaque, and by pages on other hosts. */
const SHARED: Headers = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin'
};

const FOR_EVER: Headers = { 'cache-control': 'public, max-age=31536000, immutable' };
const ASK_FIRST: Headers = { 'cache-control': 'no-cache' };

const PAGE: Headers = {
	...ASK_FIRST,
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin-allow-popups'
};

/** `x-frame-options` cannot name several origins, so an embed relies on `frame-ancestors` alone. */
const EMBED: Headers = {
	...ASK_FIRST,
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'cross-origin'
};

const BUILDER = '/embed/build';

/** Whether a path shows the widget, which other sites may frame. */
export function isEmbed(path: string): boolean {
	return path === '/embed' || (path.startsWith('/embed/') && path !== BUILDER);
}

/** Whether a path names a file rather than a page. */
function isAsset(path: string): boolean {
	return path.startsWith('/_app/') || /\.[a-z0-9]+$/.test(path);
}

/**
 * The headers of `conventions.md` §1.2 that depend on the path alone; the content policy of a page
 * comes from its build and goes through `framedBy`.
 */
export function headersFor(path: string): Headers {
	if (path.startsWith('/_app/immutable/')) return { ...EVERYWHERE, ...SHARED, ...FOR_EVER };
	if (isAsset(path)) return { ...EVERYWHERE, ...SHARED, ...ASK_FIRST };
	return { ...EVERYWHERE, ...(isEmbed(path) ? EMBED : PAGE) };
}

/**
 * Sets who may frame a page in its content policy. A `<meta>` policy cannot say this.
 *
 * `ancestors` is the operator's list for embeds, in the words of CSP, such as `'self'
 * https://wiki.example.com`. Every other page can be framed by nobody.
 */
export function framedBy(path: string, policy: string, ancestors: string): string {
	const others = policy
		.split(';')
		.map((directive) => directive.trim())
		.filter((directive) => directive !== '' && !directive.startsWith('frame-ancestors'))
		// The snippet builder alone shows a frame: an embed of its own site.
		.map((directive) =>
			directive.startsWith('frame-src ')
				? `frame-src ${path === BUILDER ? "'self'" : "'none'"}`
				: directive
		);
	// A separator in the setting would smuggle in a directive, a quote would end a value in a file.
	const list = isEmbed(path) ? ancestors.replace(/[^\w'*:/.[\]-]+/g, ' ').trim() : "'none'";
	return [...others, `frame-ancestors ${list === '' ? "'none'" : list}`].join('; ');
}

/** Who may frame an embed: the operator's list, in the words of CSP; nobody but the site itself else. */
export const frameAncestors = (env: Readonly<Record<string, string | undefined>>): string =>
	env['MESHUP_FRAME_ANCESTORS'] ?? "'self'";
