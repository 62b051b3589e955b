/** What a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, with ⌘ on a Mac; not within a dialog. */
export function undoWish(event: KeyboardEvent): 'undo' | 'redo' | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
	if (event.target instanceof Element && event.target.closest('dialog')) return undefined;
	const key = event.key.toLowerCase();
	if (key === 'y') return 'redo';
	if (key !== 'z') return undefined;
	return event.shiftKey ? 'redo' : 'undo';
}
