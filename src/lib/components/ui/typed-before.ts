type Field = HTMLInputElement | HTMLSelectElement;

/** Fields that a reader typed or chose something in since the page was sent. */
function typedIn(root: Element): readonly Field[] {
	return [
		...[...root.querySelectorAll('input')].filter(
			({ type, value, defaultValue }) =>
				/^(text|number|range)$/.test(type) && value !== defaultValue
		),
		...[...root.querySelectorAll('select')].filter((select) => {
			const sent = [...select.options].find(({ defaultSelected }) => defaultSelected);
			return sent !== undefined && !sent.selected;
		})
	];
}

export const hasTyped = (root: Element): boolean => typedIn(root).length > 0;

/**
 * What a reader typed or chose in fields that have no script yet. What is returned gives it back to
 * them, as if it were typed now: coming to life sets a field to what the page was sent with.
 */
export function typedBefore(root: Element): () => void {
	const typed = typedIn(root).map((field) => ({ field, value: field.value }));
	return () => {
		for (const { field, value } of typed) {
			field.value = value;
			for (const kind of ['input', 'change'])
				field.dispatchEvent(new Event(kind, { bubbles: true }));
		}
	};
}
