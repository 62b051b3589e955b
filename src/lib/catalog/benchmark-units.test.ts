import { describe, expect, it } from 'vitest';
import { normal } from './benchmark-units.ts';

describe('normal', () => {
	it('reads 350 mCPU as 0.35 core and 2 vCPU as 2', () => {
		expect(normal('350', 'mCPU')).toEqual({ value: 0.35, unit: 'core' });
		expect(normal('2', 'vCPU')).toEqual({ value: 2, unit: 'core' });
	});

	it('reads 0.5 vCPU for 1000 requests a second as 0.0005 core-s a traversal', () => {
		expect(normal('0.5', 'vCPU/1000rps')).toEqual({ value: 0.0005, unit: 'core-s/traversal' });
	});

	it('tells MB from MiB: 1.048576 MB is 1 MiB', () => {
		expect(normal('1.048576', 'MB')).toEqual({ value: 1, unit: 'MiB' });
		expect(normal('1', 'MiB')).toEqual({ value: 1, unit: 'MiB' });
	});

	it('reads 1.024 kB as 1 KiB, and thousands of KiB as MiB', () => {
		expect(normal('1.024', 'kB')).toEqual({ value: 1, unit: 'KiB' });
		expect(normal('1.024', 'KiB/1000')).toEqual({ value: 1, unit: 'MiB' });
	});

	it('reads 185 % as 1.85', () => {
		expect(normal('185', '%')).toEqual({ value: 1.85, unit: '1' });
	});
});
