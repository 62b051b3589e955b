/** A page of a wiki as it is after the wiki has made what it makes of an author's frame. */
export interface WikiHost {
	readonly name: string;
	readonly origin: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Its HTML around a frame of this address. */
	readonly page: (src: string) => string;
	/** Other documents of its own, by path. */
	readonly inner?: Readonly<Record<string, (src: string) => string>>;
	/** The width of the frame in it, px. */
	readonly width: number;
}

const html = (body: string, head = ''): string =>
	`<!doctype html><html lang="en"><head><title>Wiki</title>${head}</head><body>${body}</body></html>`;

/**
 * Frames by the attributes, policies and isolation that each host gives them (`conventions.md` §1.1):
 * read in their sources and manuals, not asked of the products themselves.
 */
export const WIKI_HOSTS: readonly WikiHost[] = [
	{
		name: 'Outline: eight sandbox tokens, none for dialogs, fixed height',
		origin: 'https://outline.test',
		width: 700,
		page: (src) =>
			html(
				'<iframe sandbox="allow-same-origin allow-scripts allow-popups ' +
					'allow-popups-to-escape-sandbox allow-forms allow-downloads ' +
					`allow-storage-access-by-user-activation" src="${src}" width="700" height="400"></iframe>`
			)
	},
	{
		name: 'Backstage TechDocs: in a shadow tree, without allow and sandbox',
		origin: 'https://techdocs.test',
		width: 640,
		page: (src) =>
			html(
				'<div id="docs"></div><script>' +
					"document.getElementById('docs').attachShadow({mode:'open'}).innerHTML=" +
					`'<iframe src="${src}" width="640" height="400" title="Estimate" loading="lazy"></iframe>'` +
					'</script>'
			)
	},
	{
		name: 'GitLab: scripts and same origin only, state in the query',
		origin: 'https://gitlab.test',
		headers: { 'content-security-policy': "default-src 'self'; frame-src http://127.0.0.1:*" },
		width: 800,
		page: (src) =>
			html(
				'<iframe sandbox="allow-scripts allow-same-origin" ' +
					`src="${src}" width="800" height="400" referrerpolicy="no-referrer"></iframe>`
			)
	},
	{
		name: 'Confluence app: a frame in the frame of an app, without downloads',
		origin: 'https://confluence.test',
		width: 600,
		page: () =>
			html(
				'<iframe sandbox="allow-scripts allow-same-origin allow-modals allow-popups allow-forms" ' +
					'src="/app" width="640" height="420"></iframe>'
			),
		inner: {
			'/app': (src) =>
				html(`<iframe src="${src}" width="600" height="400" frameborder="0"></iframe>`)
		}
	},
	{
		name: 'MediaWiki: scripts alone, so that the frame has no origin',
		origin: 'https://mediawiki.test',
		width: 500,
		page: (src) =>
			html(
				`<iframe src="${src}" height="400" width="500" sandbox="allow-scripts" ` +
					'allowfullscreen style="border:0"></iframe>'
			)
	},
	{
		name: 'BookStack: frames of listed sites, scripts of its own alone',
		origin: 'https://bookstack.test',
		headers: {
			'content-security-policy': "frame-src 'self' http://127.0.0.1:*; script-src 'nonce-x'"
		},
		width: 800,
		page: (src) => html(`<p><iframe src="${src}" width="800" height="400"></iframe></p>`)
	},
	{
		name: 'an isolated page, which takes only what says that it may be taken',
		origin: 'https://isolated.test',
		headers: {
			'cross-origin-embedder-policy': 'require-corp',
			'cross-origin-opener-policy': 'same-origin'
		},
		width: 600,
		page: (src) => html(`<iframe src="${src}" width="600" height="400"></iframe>`)
	},
	{
		name: 'a dark wiki, which tells so',
		origin: 'https://dark.test',
		width: 320,
		page: (src) =>
			html(
				`<iframe src="${src}" width="320" height="400"></iframe><script>` +
					"addEventListener('load',()=>document.querySelector('iframe').contentWindow.postMessage(" +
					"{type:'meshup:theme',v:1,theme:'dark'},'*'))</script>",
				'<meta name="color-scheme" content="dark">'
			)
	}
];
