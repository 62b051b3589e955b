import type { PaletteValues } from './config/palette-values.ts';

/**
 * Colours of files, which read no style sheet: the light half of `styles/tokens/colour.css`. A test
 * holds them equal.
 */
export const PRINT_COLOURS: Readonly<Record<string, string>> = {
	'--paper': '#fbfbf9',
	'--card': '#ffffff',
	'--ink': '#16191d',
	'--ink-2': '#454d57',
	'--ink-3': '#5c6570',
	'--line': '#e3e5e1',
	'--line-2': '#cfd3cd',
	'--warn': '#864800',
	'--warn-wash': '#fff4e2',
	'--block-infra': '#0072b2',
	'--block-support': '#6cc0a2',
	'--block-support-edge': '#2f8f70',
	'--block-one-off': '#7b828a',
	'--block-adoption': '#d55e00',
	'--block-avoided': '#009e73',
	'--mesh-no-mesh': '#5c6570',
	'--mesh-istio-sidecar': '#0072b2',
	'--mesh-istio-ambient': '#1f77a8',
	'--mesh-istio-ambient-l4': '#47739f',
	'--mesh-linkerd': '#007f5c',
	'--mesh-linkerd-enterprise': '#00573f',
	'--mesh-consul': '#a84c82',
	'--mesh-consul-enterprise': '#7d2f5d',
	'--mesh-app-mesh': '#b84f00',
	'--mesh-vpc-lattice': '#8a5d00',
	'--mesh-ecs-service-connect': '#6a4fa3',
	'--mesh-cloud-service-mesh': '#3b6b1f',
	'--part-requested': '#0072b2',
	'--part-used': '#b4cfe4',
	'--part-invoiced': '#7b828a'
};

const colour = (token: string): string => {
	const found = PRINT_COLOURS[token];
	if (found === undefined) throw new Error(`no colour for ${token} in print`);
	return found;
};

/** Paint with a pattern: "#7b828a stripes". */
export const splitPaint = (
	paint: string
): { readonly colour: string; readonly pattern: 'stripes' | 'dots' | undefined } => {
	const [plain = paint, pattern] = paint.split(' ');
	return {
		colour: plain,
		pattern: pattern === 'stripes' || pattern === 'dots' ? pattern : undefined
	};
};

/** Looks of a chart in a file: light, whatever the screen shows. */
export const PRINT_PALETTE: PaletteValues = {
	colour,
	fill: ({ token, pattern }) =>
		pattern === 'solid' ? colour(token) : `${colour(token)} ${pattern}`,
	font: 'Inter'
};
