/** The reader's choice of theme; `auto` follows the system. The one piece of state kept in storage. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'meshup:theme';

let chosen: Theme = $state('auto');

export const theme = {
	get value(): Theme {
		return chosen;
	},

	/** Reads what src/theme.js has already applied. */
	restore(): void {
		const applied = document.documentElement.dataset['theme'];
		if (applied === 'light' || applied === 'dark') chosen = applied;
	},

	choose(next: Theme): void {
		chosen = next;
		if (next === 'auto') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = next;
		try {
			if (next === 'auto') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, next);
		} catch {
			// No storage: the choice holds until the page is left.
		}
	}
};
