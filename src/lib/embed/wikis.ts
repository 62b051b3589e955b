/** What a wiki does with an embed, and how we know. */
export interface WikiNote {
	readonly wiki: string;
	/** Which snippet to take. */
	readonly take: 'iframe' | 'iframe + loader' | 'oEmbed URL' | 'Markdown image' | 'HTML image';
	readonly note: string;
	/** `tried`: shown in the wiki itself by a test of ours; `read`: from its documentation or source. */
	readonly known: 'tried' | 'read' | 'unverified';
}

/** From `conventions.md` §1.1; behind each "tried" stands `tests/wikis/`. */
export const WIKIS: readonly WikiNote[] = [
	{
		wiki: 'Confluence Data Center',
		take: 'iframe',
		note: 'Needs the HTML macro, off by default, and this site on the allowlist.',
		known: 'read'
	},
	{
		wiki: 'Confluence Cloud',
		take: 'iframe',
		note: 'Needs an iframe or HTML macro from the marketplace. Put the image beside it: exports to PDF drop frames.',
		known: 'read'
	},
	{
		wiki: 'MediaWiki',
		take: 'iframe',
		note:
			'Tried in 1.39 with $wgRawHtml, between <html> and </html>. Where that is off, Extension:IframeTag ' +
			'(read, not tried) shows frames of listed hosts. The wiki is light for everybody: choose Light.',
		known: 'tried'
	},
	{
		wiki: 'DokuWiki',
		take: 'iframe',
		note:
			'Tried in 2022-07-31 with htmlok, between <html> and </html>; later versions need a plugin for ' +
			'frames, not tried. The wiki is light for everybody: choose Light.',
		known: 'tried'
	},
	{
		wiki: 'BookStack',
		take: 'iframe',
		note: 'Set ALLOWED_IFRAME_SOURCES to this site. Scripts are removed.',
		known: 'read'
	},
	{
		wiki: 'Outline',
		take: 'oEmbed URL',
		note: 'Paste the address: it becomes a frame of fixed height.',
		known: 'read'
	},
	{
		wiki: 'Backstage TechDocs',
		take: 'iframe',
		note: 'Name this host in techdocs.sanitizer.allowedIframeHosts. Copying is not allowed inside.',
		known: 'read'
	},
	{
		wiki: 'GitLab, self-managed',
		take: 'iframe',
		note: 'An administrator adds a provider; the plan must stand in the query, as it does here.',
		known: 'read'
	},
	{
		wiki: 'GitLab.com, GitHub',
		take: 'Markdown image',
		note: 'No frames. An internal address is not reached by their image proxy: attach the picture.',
		known: 'read'
	},
	{
		wiki: 'Notion',
		take: 'oEmbed URL',
		note: 'Type /embed and paste the address.',
		known: 'unverified'
	},
	{
		wiki: 'SharePoint',
		take: 'iframe',
		note: 'HTTPS only, and this site on the list of allowed domains. Scripts are removed.',
		known: 'read'
	}
];
