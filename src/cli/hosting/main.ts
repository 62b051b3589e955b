// Writes the files that a web server in front of a static build is configured with.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameAncestors } from '../../headers.ts';
import { caddyFile } from './caddy.ts';
import { headersFile } from './headers-file.ts';
import { nginxConfig } from './nginx.ts';
import { siteOf } from './site.ts';

const [, , out = 'build-static'] = process.argv;
const folder = join(out, 'site');
const site = siteOf(folder, frameAncestors(process.env));
writeFileSync(join(out, 'nginx.conf'), nginxConfig(site));
writeFileSync(join(out, 'Caddyfile'), caddyFile(site));
// This one is read from among the pages.
writeFileSync(join(folder, '_headers'), headersFile(site));
