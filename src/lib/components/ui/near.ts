const far = new Set<Element>();

/** Lets parts that were left for later be laid out: all at once, when the page has time for it. */
export function bringNear(target: Element): void {
	far.add(target);
	if (far.size > 1) return;
	const bring = (): void => {
		for (const one of far) one.classList.remove('far');
		far.clear();
	};
	if ('requestIdleCallback' in window) requestIdleCallback(bring, { timeout: 2000 });
	else setTimeout(bring, 200);
}
