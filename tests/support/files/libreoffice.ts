import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

/** Without this LibreOffice keeps cached values, and a recalculation proves nothing. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

let profile: string | undefined;

function profileFolder(): string {
	if (profile !== undefined) return profile;
	profile = mkdtempSync(join(tmpdir(), 'meshup-office-'));
	mkdirSync(join(profile, 'user'), { recursive: true });
	writeFileSync(join(profile, 'user/registrymodifications.xcu'), ALWAYS_RECALCULATE);
	return profile;
}

/** A file as LibreOffice writes it again after working out every formula. */
export async function recalculated(
	files: ReadonlyMap<string, Uint8Array | string>,
	to: 'xlsx' | 'csv' = 'xlsx',
	/** How LibreOffice is to read the files, such as `CSV:44,34,76`; by their names where absent. */
	filter?: string
): Promise<ReadonlyMap<string, Uint8Array>> {
	const from = mkdtempSync(join(tmpdir(), 'meshup-in-'));
	const out = mkdtempSync(join(tmpdir(), 'meshup-out-'));
	for (const [name, bytes] of files) writeFileSync(join(from, name), bytes);
	await run('soffice', [
		`-env:UserInstallation=file://${profileFolder()}`,
		'--headless',
		'--norestore',
		...(filter === undefined ? [] : [`--infilter=${filter}`]),
		'--convert-to',
		to,
		'--outdir',
		out,
		...[...files.keys()].map((name) => join(from, name))
	]);
	return new Map(
		[...files.keys()].map((name) => [
			name,
			new Uint8Array(readFileSync(join(out, name.replace(/\.[^.]+$/, `.${to}`))))
		])
	);
}
