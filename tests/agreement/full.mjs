// `npm run test:agreement`: 500 scenarios through every kind of file; AGREEMENT says up to which, AGREEMENT_FROM
// after which (0), so that a long run can be taken up again.
import { spawnSync } from 'node:child_process';
import { ROOT } from '../../src/cli/setup/command.mjs';

const { status } = spawnSync(
	process.execPath,
	[
		'node_modules/vitest/vitest.mjs',
		...['run', '--project', 'unit', '--reporter', 'verbose', 'tests/agreement']
	],
	{ cwd: ROOT, stdio: 'inherit', env: { AGREEMENT: '500', ...process.env } }
);
process.exitCode = status ?? 1;
