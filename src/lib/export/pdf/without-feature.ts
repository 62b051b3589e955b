const tagAt = (view: DataView, at: number): string =>
	String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));

const NOTHING = [...'none'].map((letter) => letter.charCodeAt(0));

/** The font with a feature of its letters under a name that nobody asks for. */
export function withoutFeature(
	font: Uint8Array<ArrayBuffer>,
	feature: string
): Uint8Array<ArrayBuffer> {
	const kept = font.slice();
	const view = new DataView(kept.buffer);
	for (let at = 0; at < view.getUint16(4); at++) {
		const entry = 12 + at * 16;
		if (tagAt(view, entry) !== 'GSUB') continue;
		const table = view.getUint32(entry + 8);
		const list = table + view.getUint16(table + 6);
		for (let index = 0; index < view.getUint16(list); index++) {
			const record = list + 2 + index * 6;
			if (tagAt(view, record) === feature) kept.set(NOTHING, record);
		}
	}
	return kept;
}
