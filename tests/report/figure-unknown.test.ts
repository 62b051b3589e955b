import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportTable } from '../../src/cli/table/report-table.ts';
import { capacitySpec } from '../../src/lib/charts/specs/capacity.ts';
import { latencySpec } from '../../src/lib/charts/specs/latency.ts';
import { runRecord, type ReadingKind } from '../../src/lib/engine/run.ts';
import { spreadsheetCsv } from '../../src/lib/export/csv.ts';
import { toPdf } from '../../src/lib/export/pdf.ts';
import { accountsOf } from '../../src/lib/report/accounts.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { run as runTool } from '../support/files/run.ts';
import { TODAY, worked } from './shared.ts';

/** The default plan, in which the sidecars of Linkerd lack one of their figures. */
function without(path: string, reading: ReadingKind = 'exact') {
	const all = worked({ options: ['linkerd'] }, reading);
	const options = all.options.map((entry) => {
		const { record } = entry.option;
		if (record === undefined) throw new Error('Linkerd has no record');
		const values = new Map([...record.values].filter(([known]) => known !== path));
		const run = runRecord({ ...record, values }, reading);
		return { ...entry, run, accounts: accountsOf(run) };
	});
	return reportOf({ ...all, options }, TODAY);
}

const optionOf = (report: ReturnType<typeof without>) => {
	const [option] = report.options;
	if (option === undefined) throw new Error('no option');
	return option;
};

describe.each(['exact', 'doubles'] as const)(
	'an input without a figure, in the %s reading',
	(reading) => {
		it('leaves capacity a gap with the reason, never proxies, waypoints or limits of 0', () => {
			const report = without('mesh.proxy.m0', reading);
			const { capacity } = optionOf(report);
			const reason = 'No figure for: Memory of an idle proxy.';
			expect(capacity).toEqual({ missing: 'not-published', reason });
			expect(capacitySpec(report, 'memory', 'first').notes).toEqual([`Linkerd: ${reason}`]);
		});

		it('leaves the headroom of its proxies unknown, with the reason, never whole', () => {
			const report = without('workload.peakToAverage', reading);
			const { latency } = optionOf(report);
			expect(latency).toMatchObject({ reason: 'No figure for: Peak rate over average rate.' });
			const [mean, p99] = latencySpec(report).bars[0]?.points ?? [];
			expect([mean, p99]).toEqual([
				{ gap: 'No figure for: Peak rate over average rate.' },
				{ gap: 'No figure for: Peak rate over average rate.' }
			]);
		});
	}
);

describe('what a reader is told of capacity without a figure', () => {
	const report = without('mesh.proxy.m0');

	it('stands in the PDF, the terminal and the CSV', async () => {
		const file = join(mkdtempSync(join(tmpdir(), 'meshup-gap-')), 'report.pdf');
		writeFileSync(file, await toPdf({ report }));
		const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
		const reason = 'Memory of an idle proxy';
		expect(words(await runTool('pdftotext', [file, '-']))).toContain(
			`Linkerd: No figure for: ${reason}`
		);
		expect(words(reportTable(report))).toContain(reason);
		expect(spreadsheetCsv(report)).toContain(reason);
	});
});
