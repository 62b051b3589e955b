import type { Headers } from '../../headers.ts';
import { titled, type Site } from './site.ts';

const headerLines = (headers: Headers): string =>
	Object.entries(headers)
		.map(([name, value]) => `			${titled(name)} "${value}"`)
		.join('\n');

const pageBlock = ({ path, headers }: Site['pages'][number]): string =>
	`	handle ${path} {
		header {
${headerLines(headers)}
		}
		rewrite * ${path === '/' ? '/index.html' : `${path}.html`}
		file_server {
			precompressed br gzip
		}
	}`;

const filesBlock = (matcher: string, headers: Headers): string =>
	`	handle ${matcher} {
		header {
${headerLines(headers)}
		}
		file_server {
			precompressed br gzip
		}
	}`;

/** A site block for Caddy 2.6 and later, for what `npm run build` left in a folder. */
export const caddyFile = (site: Site): string => `# MeshUp, static build, for Caddy.
# Made by \`ADAPTER=static npm run build\`: the hashes in it are those of this build.
# Put the name of your site in place of :8080 and Caddy gets its certificate by itself.
:8080 {
	root * /srv/meshup

${site.pages.map(pageBlock).join('\n\n')}

${filesBlock('/_app/immutable/*', site.hashed)}

	# By its file name a page would be sent without its policy.
	@files {
		path_regexp \\.[a-z0-9]+$
		not path *.html
	}
${filesBlock('@files', site.plain)}

	handle {
		header {
${headerLines(site.missing)}
		}
		respond 404
	}
}
`;
