/**
 * Who may import whom (style §2.3), and which package belongs to whom. A folder of `src/lib` may
 * import itself, what stands here, and no other folder; a package that is named in `PACKAGES` only
 * where it is listed.
 *
 * @typedef {{
 *   files: string[],
 *   mayImport: readonly string[],
 *   packages?: readonly string[],
 *   mayParse?: boolean,
 *   mayTouchPage?: boolean,
 *   isPure?: boolean,
 *   isTerminal?: boolean
 * }} Layer `mayParse`: unknown text becomes typed here; `mayTouchPage`: window, document and kin
 */

/** Every folder that the rules know, from the bottom up. */
export const FOLDERS = [
	'engine',
	'catalog',
	'plan',
	'intake',
	'format',
	'embed',
	'report',
	'charts',
	'export',
	'state',
	'components',
	'server'
];

/** Packages that some may use and others not, as the start of an import. */
export const PACKAGES = ['svelte', '$app', 'zod', 'chart.js', 'pdfkit', 'hucre', 'yaml'];

const MODEL = ['engine', 'catalog', 'plan'];
const LAID_OUT = [...MODEL, 'format', 'report', 'charts'];
const BELOW_STATE = [...LAID_OUT, 'intake', 'embed', 'export'];

/** @param {string} folder */
const inside = (folder) => [`src/lib/${folder}/**`];

/** Later entries win where two match, as in ESLint. @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
	engine: { files: inside('engine'), mayImport: [], isPure: true },
	'engine/model': {
		files: ['src/lib/engine/model.ts'],
		mayImport: [],
		isPure: true,
		mayParse: true
	},
	catalog: {
		files: inside('catalog'),
		mayImport: ['engine'],
		packages: ['zod'],
		mayParse: true
	},
	plan: {
		files: inside('plan'),
		mayImport: ['engine', 'catalog'],
		packages: ['zod', 'yaml'],
		mayParse: true
	},
	intake: {
		files: inside('intake'),
		mayImport: MODEL,
		packages: ['zod', 'yaml'],
		mayParse: true
	},
	format: { files: inside('format'), mayImport: [] },
	embed: { files: inside('embed'), mayImport: [] },
	'embed/protocol': {
		files: ['src/lib/embed/protocol.ts', 'src/lib/embed/address.ts'],
		mayImport: [],
		packages: ['zod'],
		mayParse: true
	},
	report: { files: inside('report'), mayImport: [...MODEL, 'format'] },
	charts: { files: inside('charts'), mayImport: [...MODEL, 'format', 'report'] },
	'charts/config': {
		files: ['src/lib/charts/config/**', 'src/lib/charts/config.ts'],
		mayImport: [...MODEL, 'format', 'report'],
		packages: ['chart.js']
	},
	export: { files: inside('export'), mayImport: LAID_OUT },
	'export/pdf': {
		files: ['src/lib/export/pdf/**', 'src/lib/export/pdf.ts'],
		mayImport: LAID_OUT,
		packages: ['pdfkit']
	},
	// Read by another hand than ours: only tests of the workbook do.
	'export/xlsx.test': {
		files: ['src/lib/export/xlsx.test.ts', 'src/lib/export/xlsx/**/*.test.ts'],
		mayImport: LAID_OUT,
		packages: ['hucre']
	},
	'export/download': {
		files: ['src/lib/export/download.ts'],
		mayImport: LAID_OUT,
		mayTouchPage: true
	},
	state: {
		files: inside('state'),
		mayImport: BELOW_STATE,
		packages: ['svelte', '$app'],
		mayTouchPage: true
	},
	components: {
		files: inside('components'),
		mayImport: [...BELOW_STATE, 'state'],
		packages: ['svelte', '$app'],
		mayTouchPage: true
	},
	'components/chart': {
		files: ['src/lib/components/chart.svelte.ts'],
		mayImport: [...BELOW_STATE, 'state'],
		packages: ['svelte', '$app', 'chart.js'],
		mayTouchPage: true
	},
	routes: {
		files: ['src/routes/**'],
		mayImport: FOLDERS,
		packages: ['svelte', '$app'],
		mayTouchPage: true
	},
	server: {
		files: inside('server'),
		mayImport: [...BELOW_STATE, 'state'],
		packages: ['zod']
	},
	cli: { files: ['src/cli/**/*.ts'], mayImport: [...BELOW_STATE, 'server'], isTerminal: true }
};
