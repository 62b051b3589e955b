import { inTurn } from './turns.ts';
import { hasTyped } from './typed-before.ts';

/** Parts of the page that have their HTML but no script yet, in the order of the page. */
const asleep = new Map<Element, () => void>();
let waiters: readonly (() => void)[] = [];
let isStirred = false;
let watcher: IntersectionObserver | undefined;

/** What shows that a reader is at the page; where it happens in a part, that part is alive for it. */
const SIGNS = ['pointerdown', 'keydown', 'focusin', 'click', 'input', 'change'] as const;
const MOVES = ['pointermove', 'wheel', 'scroll'] as const;

/**
 * Leaves a part asleep until it comes into view, or a reader does anything at all: then the whole page
 * comes to life, one part a task. What is pressed or typed in a sleeping part wakes it before it hears
 * of it, and paper shows nothing that sleeps. What is returned takes the part back.
 */
export function sleepUntilNeeded(part: Element, wake: () => void): () => void {
	if (asleep.size === 0) listen();
	asleep.set(part, wake);
	if (isStirred) inTurn(() => rouse(part));
	else watch().observe(part);
	return () => forget(part);
}

/** Wakes the parts that an element is in, outermost first. */
export function wakeAround(element: Element): void {
	for (const part of asleep.keys()) if (part.contains(element)) rouse(part);
}

/** Wakes everything, in one go: parts within a part follow it in the map, and so are met here too. */
export function wakeAll(): void {
	for (const part of asleep.keys()) rouse(part);
}

/** Wakes the whole page, one part a task, and says when all of it is awake. */
export async function stir(): Promise<void> {
	if (!isStirred) {
		isStirred = true;
		watcher?.disconnect();
		for (const part of asleep.keys()) inTurn(() => rouse(part));
	}
	if (asleep.size > 0) await new Promise<void>((resolve) => (waiters = [...waiters, resolve]));
}

function rouse(part: Element): void {
	const wake = asleep.get(part);
	if (wake === undefined) return;
	// It is replaced by the parts within it, so the page is not fully awake before they are.
	try {
		asleep.delete(part);
		watcher?.unobserve(part);
		wake();
	} finally {
		settle();
	}
}

function forget(part: Element): void {
	asleep.delete(part);
	watcher?.unobserve(part);
	settle();
}

function settle(): void {
	if (asleep.size > 0) return;
	const resolved = waiters;
	waiters = [];
	for (const resolve of resolved) resolve();
}

function watch(): IntersectionObserver {
	watcher ??= new IntersectionObserver((entries) => {
		// What is folded away has no height, and meets the edge of the view all the same.
		for (const { isIntersecting, boundingClientRect, target } of entries)
			if (isIntersecting && boundingClientRect.height > 0) inTurn(() => rouse(target));
	});
	return watcher;
}

function heard({ target }: Event): void {
	if (target instanceof Element) wakeAround(target);
	void stir();
}

let isListening = false;
function listen(): void {
	if (isListening) return;
	isListening = true;
	const options = { capture: true, passive: true };
	for (const sign of [...SIGNS, ...MOVES]) addEventListener(sign, heard, options);
	addEventListener('beforeprint', wakeAll, options);
	matchMedia('print').addEventListener('change', wakeAll);
	// What was done before this script was there.
	inTurn(() => {
		if (scrollY > 0 || hasTyped(document.body)) void stir();
	});
}
