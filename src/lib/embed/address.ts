import { THEMES, type Theme } from './protocol.ts';

export const FORMS = ['card', 'chart', 'sliders'] as const;
export type Form = (typeof FORMS)[number];

export const PRESET_IDS = ['small', 'medium', 'large'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** How many inputs a reader may move. */
export const SLIDERS = { least: 2, most: 4 } as const;

/** What an address of an embed asks for. */
export interface EmbedAsk {
	readonly form: Form;
	readonly theme: Theme;
	/** State of a share link, not read yet. */
	readonly state?: string;
	/** One of the plans that everybody has, instead of a state. */
	readonly preset?: PresetId;
	/** Day to which figures are pinned; absent: live. */
	readonly pinned?: string;
	/** Model that the pinned figures were seen with. */
	readonly model?: string;
	/** Day from which a live embed tells how it moved. */
	readonly since?: string;
	/** Plan paths of the inputs that a reader may move; all others are locked. */
	readonly inputs: readonly string[];
	/** Name of the frame in messages; a page that has one sends its height. */
	readonly frame?: string;
}

export const DEFAULT_ASK: EmbedAsk = { form: 'card', theme: 'auto', inputs: [] };

const MOST_PATH = 60;
const PLAN_PATH = /^[a-z]+\.[A-Za-z0-9]+$/;

/** `/embed`, `/embed/chart`, `/embed/sliders/small`: form and preset of a path, if it is an embed's. */
export function readPath(path: string): Pick<EmbedAsk, 'form' | 'preset'> | undefined {
	const [, root, ...words] = path.replace(/\/$/, '').split('/');
	if (root !== 'embed') return undefined;
	const form = FORMS.find((known) => known !== 'card' && known === words[0]);
	const rest = form === undefined ? words : words.slice(1);
	const preset = PRESET_IDS.find((known) => known === rest[0]);
	if (rest.length > (preset === undefined ? 0 : 1)) return undefined;
	return { form: form ?? 'card', ...(preset === undefined ? {} : { preset }) };
}

const pathOf = ({ form, preset }: Pick<EmbedAsk, 'form' | 'preset'>): string =>
	['/embed', ...(form === 'card' ? [] : [form]), ...(preset === undefined ? [] : [preset])].join(
		'/'
	);

/** The query of an address. What it does not know it leaves alone; what it cannot read it leaves out. */
export function readQuery(search: string): Omit<EmbedAsk, 'form' | 'preset'> {
	const query = new URLSearchParams(search);
	const text = (name: string): string | undefined => query.get(name) ?? undefined;
	const state = text('s');
	const model = text('m');
	const frame = text('frame');
	const pinned = text('p');
	const since = text('since');
	const paths = (text('in') ?? '').split(',').filter((path) => path.length <= MOST_PATH);
	return {
		theme: THEMES.find((known) => known === query.get('theme')) ?? 'auto',
		inputs: [...new Set(paths.filter((path) => PLAN_PATH.test(path)))].slice(0, SLIDERS.most),
		...(state === undefined ? {} : { state }),
		...(pinned === undefined ? {} : { pinned }),
		...(since === undefined ? {} : { since }),
		...(model === undefined || !/^[\w.-]{1,20}$/.test(model) ? {} : { model }),
		...(frame === undefined || !/^[\w-]{1,40}$/.test(frame) ? {} : { frame })
	};
}

/** State in the fragment, which wins over the query: `#s=…`. */
export const fragmentState = (hash: string): string | undefined =>
	hash.startsWith('#s=') ? hash.slice(3) : undefined;

/** The address of an embed, from the root of the site: the inverse of the readers. */
export function embedAddress(ask: EmbedAsk): string {
	const query = new URLSearchParams();
	const set = (name: string, value: string | undefined): void => {
		if (value !== undefined && value !== '') query.set(name, value);
	};
	set('s', ask.state);
	set('p', ask.pinned);
	set('m', ask.pinned === undefined ? undefined : ask.model);
	set('since', ask.pinned === undefined ? ask.since : undefined);
	set('theme', ask.theme === 'auto' ? undefined : ask.theme);
	set('in', ask.form === 'sliders' ? ask.inputs.join(',') : undefined);
	set('frame', ask.frame);
	const text = query.toString().replaceAll('%2C', ',');
	return pathOf(ask) + (text === '' ? '' : `?${text}`);
}

/** Address of the picture of the same answer, for places that show no frames. */
export function pictureAddress(ask: EmbedAsk, type: 'svg' | 'png'): string {
	const { state, preset, pinned, theme } = ask;
	const query = new URLSearchParams();
	if (state !== undefined) query.set('s', state);
	else if (preset !== undefined) query.set('preset', preset);
	if (pinned !== undefined) query.set('p', pinned);
	if (theme !== 'auto' && !(type === 'png' && theme === 'light')) query.set('theme', theme);
	const text = query.toString();
	return `/api/v1/chart.${type}${text === '' ? '' : `?${text}`}`;
}

/** Query of a picture: as that of an embed, with its preset beside it. */
export function readPictureQuery(search: string): EmbedAsk {
	const preset = PRESET_IDS.find((known) => known === new URLSearchParams(search).get('preset'));
	return { form: 'card', ...readQuery(search), ...(preset === undefined ? {} : { preset }) };
}

/** What an oEmbed consumer asks; sizes in px. */
export interface OEmbedAsk {
	readonly url: string;
	readonly format: string;
	readonly maxWidth?: number;
	readonly maxHeight?: number;
}

export function readOEmbedQuery(search: string): OEmbedAsk {
	const query = new URLSearchParams(search);
	const size = (name: string): number | undefined => {
		const text = query.get(name) ?? '';
		return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
	};
	const [maxWidth, maxHeight] = [size('maxwidth'), size('maxheight')];
	return {
		url: query.get('url') ?? '',
		format: query.get('format') ?? 'json',
		...(maxWidth === undefined ? {} : { maxWidth }),
		...(maxHeight === undefined ? {} : { maxHeight })
	};
}

/** Whether an estimate is asked for without ranges: `?points`. */
export const wantsPoints = (search: string): boolean => new URLSearchParams(search).has('points');
