/** Colours as the page resolves them now: a canvas cannot read custom properties. */
export interface PaletteValues {
	/** The colour of a custom property, such as `--ink`. */
	readonly colour: (token: string) => string;
	readonly font: string;
}

/** Reads tokens through a probe, because `light-dark()` resolves in a property, not in a token. */
export function readPalette(root: HTMLElement): PaletteValues {
	const probe = document.createElement('span');
	root.append(probe);
	const seen = new Map<string, string>();
	const colour = (token: string): string => {
		const known = seen.get(token);
		if (known !== undefined) return known;
		probe.style.color = `var(${token})`;
		root.append(probe);
		const value = getComputedStyle(probe).color;
		probe.remove();
		seen.set(token, value);
		return value;
	};
	const font = getComputedStyle(document.body).fontFamily;
	probe.remove();
	return { colour, font };
}
