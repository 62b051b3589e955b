import type { Headers } from '../../headers.ts';
import { titled, type Site } from './site.ts';

/** nginx takes headers of the innermost block only, so each block has all of its own. */
const headerLines = (headers: Headers, indent: string): string =>
	Object.entries(headers)
		.map(([name, value]) => `${indent}add_header ${titled(name)} "${value}" always;`)
		.join('\n');

/** A page is asked for without ending, and read from the file with it. */
const pageBlock = ({ path, headers }: Site['pages'][number]): string =>
	`	location = ${path} {
		try_files ${path === '/' ? '/index.html' : `${path}.html`} =404;
		default_type text/html;
${headerLines(headers, '\t\t')}
	}`;

/** A server block for nginx 1.22 and later, for what `npm run build` left in a folder. */
export const nginxConfig = (site: Site): string => `# MeshUp, static build, for nginx.
# Made by \`ADAPTER=static npm run build\`: the hashes in it are those of this build.
# Set listen, server_name and root; TLS belongs into this block or in front of it.
server {
	listen 8080;
	server_name _;
	root /srv/meshup;
	charset utf-8;
	charset_types text/html text/css application/javascript application/json;
	gzip_static on;
	gzip_vary on;
	server_tokens off;
	absolute_redirect off;

${site.pages.map(pageBlock).join('\n\n')}

	# By its file name a page would be sent without its policy.
	location ~ \\.html$ {
		internal;
	}

	# ^~: before the endings below, which would keep these for no time at all.
	location ^~ /_app/immutable/ {
		try_files $uri =404;
${headerLines(site.hashed, '\t\t')}
	}

	location ~ \\.[a-z0-9]+$ {
		try_files $uri =404;
${headerLines(site.plain, '\t\t')}
	}

	location / {
		return 404;
${headerLines(site.missing, '\t\t')}
	}
}
`;
