import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page.ts';

/** Fetching the model takes long where many tests share few cores. */
const MODEL_MS = 20_000;

const pods = (page: Page) => page.locator('[name="workload.pods"]');

/** The planner, with the model fetched: a reader has touched the page. */
async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	const handle = page.getByRole('button', { name: 'Change inputs' });
	if (await handle.isVisible()) await handle.click();
	await pods(page).focus();
	await expect(page.locator('[data-model="ready"]')).toBeVisible({ timeout: MODEL_MS });
}

/** Where the model must be fetched anew, as after following a link. */
const slowly = expect.configure({ timeout: MODEL_MS });

const answer = (page: Page) => page.getByRole('heading', { level: 1 });

test('shows six options with figures without any input, and without script', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(baseURL ?? '');
	await expect(answer(page)).toHaveText(/costs least here: \$[\d.]+[km].* over 36 months/);
	const heads = page.getByRole('region', { name: 'Line items, as a table' }).locator('thead th');
	await expect(heads).toHaveCount(7);
	await expect(page.getByRole('figure').first()).toContainText('Istio (sidecar)');
	await context.close();
});

test('answers 500 pods with another sentence and puts the plan into the link', async ({ page }) => {
	await open(page);
	const before = (await answer(page).textContent()) ?? '';
	await pods(page).fill('500');
	await slowly(answer(page)).not.toHaveText(before);
	await slowly(page).toHaveURL(/#s=[\w-]{20,}$/);
	const shared = page.url();
	const after = (await answer(page).textContent()) ?? '';
	await page.goto('about:blank');
	await page.goto(shared);
	await slowly(answer(page)).toHaveText(after);
	await expect(pods(page)).toHaveValue('500');
});

/** A field, what nobody can mean by it, and what is said of that. */
const NONSENSE = [
	['workload.pods', 'ten', /"ten" is not a number.*written 1500, 1,500, 1\.5k/],
	['workload.pods', '-5', /-5 is out of range; allowed: 0 or more/],
	['workload.pods', '1e99', /"1e99" is out of range/],
	['workload.pods', '9'.repeat(100_000), /has 100000 characters/],
	['workload.payloadKiB', '1e12', /1000000000000 is too large.*allowed: at most 488281250/]
] as const;

test('keeps nonsense in its field and says why beside the last good answer', async ({ page }) => {
	await open(page);
	const before = (await answer(page).textContent()) ?? '';
	for (const [name, typed, said] of NONSENSE) {
		await test.step(`${typed.slice(0, 12)} in ${name}`, async () => {
			const field = page.locator(`[name="${name}"]`);
			const usual = await field.inputValue();
			await field.fill(typed);
			const fault = page.locator(`[id="in-${name}-error"]`);
			await expect(field).toHaveValue(typed);
			await expect(fault).toHaveText(said);
			await expect(field).toHaveAttribute('aria-invalid', 'true');
			await expect(answer(page)).toHaveText(before);
			await expect(page.getByText('The last good answer')).toBeVisible();
			await field.fill(usual);
			await expect(fault).toBeHidden();
			await expect(page.getByText('The last good answer')).toBeHidden();
		});
	}
});

test('takes back an edit with Ctrl+Z and brings it again with Ctrl+Shift+Z', async ({ page }) => {
	await open(page);
	await pods(page).fill('500');
	await page.keyboard.press('Control+z');
	await expect(pods(page)).toHaveValue('300');
	await page.keyboard.press('Control+Shift+z');
	await expect(pods(page)).toHaveValue('500');
});

test('speaks per cent where a field is in per cent: 5000 % a month is refused in per cent', async ({
	page
}) => {
	await open(page);
	await page.locator('[name="workload.growthPodsMonthly"]').fill('5000');
	await expect(page.locator('[id="in-workload.growthPodsMonthly-error"]')).toHaveText(
		/at most 1000\s%/
	);
});

test('prices Google Cloud and Azure in a region of their own after a change of cloud', async ({
	page
}) => {
	await open(page);
	for (const cloud of ['gcp', 'azure']) {
		const before = await page.locator('[name="platform.region"]').inputValue();
		await page.locator('[name="platform.cloud"]').selectOption(cloud);
		await slowly(page.locator('[name="platform.region"]')).not.toHaveValue(before);
		await expect(page.getByText('The last good answer')).toBeHidden();
		await expect(answer(page)).toHaveText(/\$[\d.]+[km]/);
	}
});

test('says what a field means in a place of its own: no field moves while another is in use', async ({
	page
}) => {
	await open(page);
	const rows = page.locator('form .row');
	const places = (): Promise<readonly number[]> =>
		rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top + scrollY));
	const before = await places();
	const help = page.locator('form [aria-hidden="true"]').filter({ hasText: 'Growth in pods.' });
	await page.locator('[name="workload.growthPodsMonthly"]').focus();
	await expect(help).toContainText('How much the number of pods changes each month.');
	await expect(page.getByRole('button', { name: 'own range for Growth in pods' })).toBeVisible();
	expect(await places()).toEqual(before);
	await page.locator('[name="platform.region"]').focus();
	await expect(help).toHaveCount(0);
	expect(await places()).toEqual(before);
	// For ears each field has its own words.
	await expect(page.locator('[name="workload.services"]')).toHaveAccessibleDescription(
		/^Kubernetes services, or ECS services/
	);
});

test('leads from the headline to the field at fault: the rate that another currency lacks', async ({
	page
}) => {
	await open(page);
	await page.getByText('Finance', { exact: true }).click();
	await page.locator('[name="finance.currency"]').fill('EUR');
	await page.keyboard.press('Tab');
	await expect(page.getByText('“Rate for one US dollar” has a fault')).toBeVisible();
	await page.getByRole('button', { name: 'Show the field' }).click();
	await expect(page.locator('[name="finance.rate"]')).toBeFocused();
	await expect(page.locator('[name="finance.rate"]')).toBeInViewport();
});

test('says at once that prices are fetched and of which cloud the figures still are; nothing moves', async ({
	page
}) => {
	await open(page);
	const views = page.getByRole('tablist', { name: 'Views' });
	const before = await views.boundingBox();
	let release = (): void => undefined;
	const held = new Promise<void>((done) => (release = done));
	await page.route('**/_app/immutable/**', async (route) => {
		await held;
		await route.continue();
	});
	await page.locator('[name="platform.cloud"]').selectOption('gcp');
	await expect(
		page.getByText(
			'Fetching the prices of Google Cloud… The figures are still those of AWS, eu-west-1.'
		)
	).toBeVisible();
	await expect(answer(page)).toContainText('costs least here');
	await expect(page.getByRole('status').getByText('Fetching the prices')).toHaveCount(1);
	expect(await views.boundingBox()).toEqual(before);
	release();
	await slowly(page.locator('[name="platform.region"]')).toHaveValue('us-central1');
	await expect(page.getByText('Fetching the prices').filter({ visible: true })).toHaveCount(0);
});

test('fetches the prices of the other clouds when the choice is in use, before one is chosen', async ({
	page
}) => {
	await open(page);
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/immutable/chunks/')) asked.push(request.url());
	});
	await page.locator('[name="platform.cloud"]').focus();
	await expect.poll(() => asked.length, { timeout: MODEL_MS }).toBe(2);
	await page.locator('[name="platform.cloud"]').selectOption('azure');
	await slowly(page.locator('[name="platform.region"]')).toHaveValue('eastus');
	expect(asked).toHaveLength(2);
});

test('says at the options why a cloud lacks one, ranks it nowhere and takes it out on request', async ({
	page
}) => {
	await open(page);
	await page.locator('[name="platform.cloud"]').selectOption('gcp');
	const options = page.getByRole('group', { name: /Options compared/ });
	await slowly(options.getByText('AWS App Mesh: App Mesh ran on AWS only.')).toBeVisible();
	const figure = page.getByRole('figure').first();
	await expect(figure).toContainText('not offered here');
	await options.getByRole('button', { name: 'Remove AWS App Mesh' }).click();
	await slowly(options.getByText('App Mesh ran on AWS only.')).toBeHidden();
	await expect(options.getByRole('button', { name: 'AWS App Mesh' })).toHaveAttribute(
		'aria-pressed',
		'false'
	);
	await expect(figure).not.toContainText('AWS App Mesh');
});

test('names a cut link, shows the default plan and keeps the link for copying', async ({
	page
}) => {
	await open(page);
	await pods(page).fill('500');
	await slowly(page).toHaveURL(/#s=/);
	const cut = page.url().slice(0, -6);
	await page.goto('about:blank');
	await page.goto(cut);
	await slowly(page.getByRole('alert')).toContainText('This link could not be read');
	await expect(page.getByLabel('The link, as it came')).toHaveValue(cut);
	await expect(answer(page)).toHaveText(/costs least here/);
});

test('opens any number of the ledger as formula, terms and sources', async ({ page }) => {
	await open(page);
	const cell = page.getByRole('row', { name: /Nodes/ }).getByRole('button').first();
	await cell.click();
	const why = page.locator('[data-why]').last();
	await expect(why).toHaveText('Nodes');
	const panel = page.getByRole('region', { name: 'Nodes', exact: true }).last();
	await expect(panel.locator('pre').last()).toContainText('priceHour');
	await expect(panel).toContainText('published');
});

test('opens an explanation over a ledger of seven options, which leaves no room beside it', async ({
	page
}) => {
	await open(page);
	const chips = page.getByRole('group', { name: /Options compared/ });
	await chips.getByRole('button', { pressed: false }).first().click();
	const heads = page.getByRole('region', { name: 'Line items, as a table' }).locator('thead th');
	await expect(heads).toHaveCount(8);
	await page.getByRole('row', { name: /Nodes/ }).getByRole('button').first().click();
	const dialog = page.getByRole('dialog', { name: 'How this number comes about' });
	await expect(dialog.locator('[data-why]')).toHaveText('Nodes');
});

test('keeps the last option: without one there is nothing to compare', async ({ page }) => {
	await open(page);
	const lit = page
		.getByRole('group', { name: /Options compared/ })
		.getByRole('button', { pressed: true });
	for (let left = 6; left > 1; left--) {
		await lit.first().click();
		await expect(lit).toHaveCount(left - 1);
	}
	await lit.first().click();
	await expect(page.getByRole('alert')).toHaveText(/At least one option stays/);
	await expect(lit).toHaveCount(1);
});

test('changes a price where the number is explained, for all that share it', async ({ page }) => {
	await open(page);
	const total = page
		.getByRole('row', { name: /Total spend/ })
		.getByRole('button')
		.first();
	const before = await total.innerText();
	await page.getByRole('row', { name: /Nodes/ }).getByRole('button').first().click();
	await page
		.getByRole('button', { name: /^change Price of a node/ })
		.last()
		.click();
	await page
		.getByLabel(/^Price of a node/)
		.last()
		.fill('4');
	await page.getByRole('button', { name: 'Apply' }).last().click();
	await slowly(total).not.toHaveText(before);
	await slowly(page).toHaveURL(/#s=/);
});

test('has the engineers of each option among the inputs of people, defaults until changed', async ({
	page
}) => {
	await open(page);
	const summary = (text: RegExp) => page.locator('summary').filter({ hasText: text });
	await summary(/^\s*People/).click();
	await slowly(summary(/^\s*Linkerd 6 inputs, defaults/)).toBeVisible();
	await summary(/^\s*Linkerd/).click();
	const base = page.locator('[name="overrides.linkerd.support.fteBase"]');
	await expect(base).toHaveValue('0.25');
	await base.fill('0.5');
	// As many as Istio (ambient) takes, on nodes that cost more.
	await slowly(answer(page)).toHaveText(/^Istio \(ambient\) costs least here/);
	await expect(summary(/^\s*Linkerd 6 inputs, 1 changed/)).toBeVisible();
	await expect(summary(/^\s*People 16 inputs, 1 changed/)).toBeVisible();
	await base.fill('-1');
	await expect(base).toHaveAttribute('aria-invalid', 'true');
});

test('opens the difference of the headline as one total less the other', async ({ page }) => {
	await open(page);
	await answer(page).getByRole('button').nth(1).click();
	const panel = page
		.locator('section')
		.filter({ has: page.locator('[data-why]') })
		.last();
	await expect(panel).toContainText('What Linkerd costs less than Istio (ambient)');
	await expect(panel).toContainText('Total spend, Istio (ambient) − Total spend, Linkerd');
	await panel.getByRole('button', { name: 'Total spend, Istio (ambient)' }).click();
	await expect(panel).toContainText('Istio (ambient) · over 36 months');
});

test('saves the ledger as CSV with the total that the screen shows, to the cent', async ({
	page
}) => {
	await open(page);
	await page.getByLabel('Cents').check();
	const shown = await page
		.getByRole('row', { name: /Total spend/ })
		.getByRole('button')
		.first()
		.innerText();
	await page.getByRole('button', { name: 'Export' }).click();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save: CSV for a spreadsheet' }).click()
	]);
	expect(file.suggestedFilename()).toMatch(
		/^mesh-cost_[a-z0-9-]+_\d{4}-\d{2}-\d{2}_USD\.spreadsheet\.csv$/
	);
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
	const total = shown
		.split(',')
		.join('')
		.replace(/[^\d.]/g, '');
	expect(Buffer.concat(chunks).toString('utf8')).toContain(`,${total},`);
});

test('says that it was updated where its parts are gone, and offers to load it anew', async ({
	page,
	faults
}) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	await page.route('**/_app/immutable/**', (route) => route.fulfill({ status: 404 }));
	await page.route('**/_app/version.json', (route) =>
		route.fulfill({ json: { version: 'later' } })
	);
	await pods(page).focus();
	const told = page.getByRole('alert');
	await slowly(told).toContainText('the plan of the figures shown is in the address');
	await page.unroute('**/_app/immutable/**');
	await page.unroute('**/_app/version.json');
	await told.getByRole('button', { name: 'Reload' }).click();
	await expect(told).toBeHidden();
	await pods(page).focus();
	await expect(page.locator('[data-model="ready"]')).toBeVisible({ timeout: MODEL_MS });
	// The browser tells every part that it could not have.
	faults.length = 0;
});

test('moves between views with the arrow keys alone', async ({ page }) => {
	await open(page);
	await page.getByRole('tab', { name: 'Cost' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('tab', { name: 'Capacity' })).toBeFocused();
	await expect(page.getByRole('figure')).toContainText('Cores for the mesh in month 1');
	await page.keyboard.press('End');
	await expect(page.getByRole('tab', { name: 'Break-even' })).toBeFocused();
});

test('keeps what is typed before the page has its script', async ({ page }) => {
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await released;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	const before = (await answer(page).textContent()) ?? '';
	await pods(page).fill('500');
	release();
	await slowly(answer(page)).not.toHaveText(before);
	await expect(pods(page)).toHaveValue('500');
});

test('takes the first press after a field was in use, though its help goes away', async ({
	page
}) => {
	await open(page);
	const group = page.locator('details', { has: page.getByText('People', { exact: true }) });
	const heading = group.locator('summary');
	await heading.scrollIntoViewIfNeeded();
	await pods(page).focus();
	const box = await heading.boundingBox();
	if (box === null) throw new Error('People is not in view.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await expect(pods(page)).not.toBeFocused();
	await page.mouse.up();
	await expect(group).toHaveAttribute('open', '');
});
