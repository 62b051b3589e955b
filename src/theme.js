// Runs before the first paint, so that a chosen theme never flashes. The key is that of state/theme.svelte.ts.
try {
	const theme = localStorage.getItem('meshup:theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
} catch {
	// No storage here (private window, sandboxed frame): the system's theme holds.
}
