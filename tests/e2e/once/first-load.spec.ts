import { expect, test } from '../../support/page.ts';

/** `conventions.md` §6, in bytes as they travel. */
const BUDGET = 160_000;

test('the first visit to / needs at most 160 KB in all, script-fetched figures included', async ({
	page
}) => {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	let bytes = 0;
	network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto('/', { waitUntil: 'networkidle' });
	expect(bytes).toBeGreaterThan(1000);
	expect(bytes).toBeLessThanOrEqual(BUDGET);
});
