import type { Page } from '@playwright/test';

/** Tables that are cut off: by the region that scrolls them, and whether it says so at its edge. */
export const cutTables = (page: Page): Promise<readonly { name: string; isSigned: boolean }[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('table')].flatMap((table) => {
			const region = table.closest('[role="region"][tabindex="0"][aria-label]');
			const room = region?.clientWidth ?? table.parentElement?.clientWidth ?? 0;
			if (table.offsetParent === null || table.offsetWidth <= room + 1) return [];
			const sign = region?.parentElement;
			const isSigned = sign ? getComputedStyle(sign, '::after').content.includes('›') : false;
			return [{ name: region?.ariaLabel ?? 'a table that nothing scrolls', isSigned }];
		})
	);
