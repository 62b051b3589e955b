import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fixture } from '../../intake/fixture.ts';
import { manyPods } from '../../intake/many-pods.ts';
import { expect, press, test } from '../../support/page.ts';

/** Fetching and running the model takes long where many tests share few cores. */
const slowly = expect.configure({ timeout: 30_000 });

const named = (name: string, text = fixture(name)) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});

async function openImport(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await press(page.getByRole('button', { name: 'Import…' }), page.getByText('0 bytes sent'));
}

const choose = (page: Page, ...files: readonly ReturnType<typeof named>[]) =>
	page.getByLabel('Choose files').setInputFiles([...files]);

test('reads a cluster, uses it in the plan by choice, and takes it back by undo', async ({
	page
}) => {
	await openImport(page);
	await choose(page, named('pods.json'), named('nodes.json'), named('services.json'));
	await slowly(page.getByRole('heading', { name: 'For the plan, from Kubernetes' })).toBeVisible();
	const before = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	const row = page.getByRole('row', { name: /^Groups of pods/ });
	await slowly(row).toContainText(/counted by you, \d{4}-\d{2}-\d{2}, files [\da-f]{12}/);
	await row.getByRole('button').click();
	await slowly(page.getByText('10 in 9 groups')).toBeVisible();
	await slowly(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
	await page.getByRole('button', { name: 'Undo' }).click();
	await slowly(page.getByText('10 in 9 groups')).toBeHidden();
	await slowly(page.getByRole('heading', { level: 1 })).toHaveText(before);
});

test('names the broken file among good ones, quotes what it cannot read, and uses the rest', async ({
	page
}) => {
	await openImport(page);
	await choose(
		page,
		named('services.json'),
		named('half.json', fixture('fortio-1.3.json').slice(0, 900)),
		named('letter.txt', 'Dear all'),
		named('pods.json')
	);
	const files = page.getByRole('region', { name: 'Files that were read' });
	await slowly(files.getByRole('row', { name: /^half\.json/ })).toContainText('cut off');
	await slowly(files.getByRole('row', { name: /^letter\.txt/ })).toContainText('Not recognised');
	await slowly(page.getByText('bad/odd-1: containers[app]')).toContainText('"100mc"');
	await slowly(page.getByRole('row', { name: /^Services/ })).toBeVisible();
});

test('opens a saved plan, and the plan of a report, in place of importing it', async ({ page }) => {
	await openImport(page);
	await choose(page, named('mine.json', '{"version":1,"workload":{"pods":120}}'));
	await slowly(page.getByRole('row', { name: /^mine\.json/ })).toContainText('MeshUp plan');
	await page.getByRole('button', { name: 'Open it in place of this one' }).click();
	const pods = page.locator('[name="workload.pods"]');
	await slowly(pods).toHaveValue('120');
	await slowly(
		page.getByText('It is the plan now; undo brings back the one before.')
	).toBeVisible();
	const report = '{"modelVersion":"1","dataVersion":"1","plan":{"workload":{"pods":77}}}';
	await choose(page, named('report.json', report));
	await page.getByRole('button', { name: 'Open its plan in place of this one' }).click();
	await slowly(pods).toHaveValue('77');
	await page.getByRole('button', { name: 'Undo' }).click();
	await slowly(pods).toHaveValue('120');
});

test('reads dropped and pasted benchmarks: sweep, checks by code, chart and table', async ({
	page
}) => {
	await openImport(page);
	const drop = await page.evaluateHandle(
		(texts) => {
			const carried = new DataTransfer();
			for (const [name, text] of texts) carried.items.add(new File([text], name));
			return carried;
		},
		['50', '100', '200'].flatMap((rps) => [
			[`baseline-${rps}.txt`, fixture(`real-hey-direct-${rps}.txt`)] as const,
			[`consul-${rps}.txt`, fixture(`real-hey-proxied-${rps}.txt`)] as const
		])
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer: drop });
	await slowly(page.getByRole('heading', { name: 'Consul' })).toBeVisible();
	await expect(page.getByText('CLOSED_LOOP')).toBeVisible();
	await page.getByRole('button', { name: 'Paste text' }).click();
	await page.getByLabel('The output of a tool').fill(fixture('real-wrk-direct.txt'));
	await page.getByRole('button', { name: 'Read the text' }).click();
	await slowly(page.getByRole('row', { name: /^pasted text 1 .*wrk output/ })).toBeVisible();
	await page.getByLabel('Mesh of consul-100.txt').selectOption('linkerd');
	await slowly(page.getByRole('heading', { name: 'Linkerd', exact: true })).toBeVisible();
	const proxies = page.getByLabel('Proxies a request passes');
	await proxies.fill('0');
	await expect(proxies).toHaveAccessibleDescription('“0”: a whole number from 1 to 1,000');
	await expect(proxies).toHaveValue('0');
	await proxies.fill('4');
	await expect(proxies).toHaveAccessibleDescription('');
});

test('asks how much idle proxies held, fits their memory, and uses it in the plan', async ({
	page
}) => {
	await openImport(page);
	const top = (mib: number): string =>
		`POD NAME CPU(cores) MEMORY(bytes)\na-1 istio-proxy 2m ${mib}Mi\n`;
	await choose(
		page,
		named('one.txt', top(50)),
		named('two.txt', top(60)),
		named('three.txt', top(90))
	);
	const held = page.getByRole('region', { name: /^Snapshots of Istio/ });
	await slowly(held).toBeVisible();
	// 40 MiB idle, and 0.05 MiB or 51.2 KiB a cluster.
	await held.getByLabel('one.txt').fill('200');
	await held.getByLabel('two.txt').fill('400');
	await held.getByLabel('three.txt').fill('1000');
	await slowly(page.getByText('40 MiB and 51.2 KiB for each of the clusters')).toBeVisible();
	const row = page.getByRole('row', { name: /^Memory of an idle proxy, Istio/ });
	await expect(row).toContainText(/measured by you, \d{4}-\d{2}-\d{2}, files [\da-f]{12}/);
	await row.getByRole('button').click();
	await slowly(row).toContainText('in the plan');
});

test('reads 20,000 pods with progress while the page answers, and stops when told', async ({
	page
}, info) => {
	test.slow();
	await openImport(page);
	// From the disk, as a reader's file is: 31 MB would take longer through the test than through the page.
	const big = info.outputPath('pods-all.json');
	writeFileSync(big, manyPods(20_000));
	const files = page.getByLabel('Choose files');
	// Pressed by the page itself as soon as it is there: reading may be over before a tester's hand comes.
	await page.evaluate(() => {
		new MutationObserver((_changes, watch) => {
			const buttons = [...document.querySelectorAll('button')];
			const cancel = buttons.find((button) => button.textContent === 'Cancel');
			if (cancel === undefined) return;
			watch.disconnect();
			cancel.click();
		}).observe(document.body, { childList: true, subtree: true });
	});
	await files.setInputFiles(big);
	await slowly(page.getByText('Reading was stopped').first()).toBeVisible();
	await expect(page.getByText('19,600')).toHaveCount(0);
	await files.setInputFiles(big);
	// Times between two frames while 31 MB are read, ms.
	const gaps = await page.evaluate(async () => {
		const seen: number[] = [];
		let last = performance.now();
		do {
			await new Promise((done) => requestAnimationFrame(done));
			seen.push(performance.now() - last);
			last = performance.now();
		} while (document.querySelector('progress') !== null);
		return seen.sort((a, b) => a - b);
	});
	await slowly(page.getByText('19,600').first()).toBeVisible();
	// Measured against the whole, for a busy machine reads as slowly as it draws.
	const whole = gaps.reduce((total, gap) => total + gap, 0);
	expect(gaps[Math.floor(gaps.length * 0.9)]).toBeLessThan(whole / 10);
	expect(gaps.at(-1)).toBeLessThan(whole / 2);
});
