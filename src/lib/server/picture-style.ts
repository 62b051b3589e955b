import type { FillId } from '../charts/palette.ts';
import type { Theme } from '../embed/protocol.ts';

type Colours = Readonly<Record<'card' | 'ink' | 'ink2' | 'ink3' | 'line' | FillId, string>>;

/** As in `styles/tokens/colour.css`: a picture stands alone and cannot ask for them. */
const LIGHT: Colours = {
	card: '#ffffff',
	ink: '#16191d',
	ink2: '#454d57',
	ink3: '#5c6570',
	line: '#e3e5e1',
	infra: '#0072b2',
	support: '#6cc0a2',
	'one-off': '#7b828a',
	adoption: '#d55e00',
	avoided: '#009e73',
	requested: '#0072b2',
	used: '#b4cfe4',
	invoiced: '#7b828a'
};
const DARK: Colours = {
	card: '#181c20',
	ink: '#eceff1',
	ink2: '#b9c1c9',
	ink3: '#98a2ac',
	line: '#2a3036',
	infra: '#4aa3dd',
	support: '#2f8f70',
	'one-off': '#a3a9b0',
	adoption: '#f0905a',
	avoided: '#37c79d',
	requested: '#4aa3dd',
	used: '#2f5673',
	invoiced: '#a3a9b0'
};

const rules = (colours: Colours): string =>
	`.card{fill:${colours.card}}.ink{fill:${colours.ink}}.ink2{fill:${colours.ink2}}` +
	`.ink3{fill:${colours.ink3}}.line{stroke:${colours.line}}` +
	`.range{fill:none;stroke:${colours.ink};stroke-width:2}` +
	(['infra', 'support', 'one-off'] as const).map((id) => `.${id}{fill:${colours[id]}}`).join('');

/** Style sheet of a picture; `auto` follows whoever looks. */
export function styleOf(theme: Theme): string {
	if (theme !== 'auto') return rules(theme === 'dark' ? DARK : LIGHT);
	return `${rules(LIGHT)}@media(prefers-color-scheme:dark){${rules(DARK)}}`;
}
