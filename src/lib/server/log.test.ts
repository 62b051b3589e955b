import { describe, expect, it } from 'vitest';
import { faultLine, logLine, tellFault } from './log.ts';

const SERVED = { method: 'GET', path: '/embed', status: 200, ms: 12, bytes: 3400 };

describe('logLine', () => {
	it('is one JSON object of 7 fields on one line', () => {
		const line = logLine('2026-11-24T10:00:00Z', SERVED);
		expect(JSON.parse(line)).toEqual({
			time: '2026-11-24T10:00:00Z',
			event: 'request',
			...SERVED
		});
		expect(line).not.toContain('\n');
	});

	it('leaves out the query, where a plan may stand, and cuts a path at 120 characters', () => {
		const path = `/embed/${'a'.repeat(200)}?s=SECRETPLAN#s=OTHER`;
		const line = logLine('', { ...SERVED, path });
		expect(line).not.toMatch(/SECRET|OTHER/);
		expect(JSON.parse(line).path).toHaveLength(120);
	});

	it('writes a made-up method and a line break so that they forge no second line', () => {
		const line = logLine('', { ...SERVED, method: 'GET\n{"event":"x"}', path: '/a\n{"b":1}' });
		expect(line.split('\n')).toHaveLength(1);
		expect(JSON.parse(line).method).toBe('other');
	});
});

describe('faultLine', () => {
	it('names kind and places of a fault, never its message or a folder of the machine', () => {
		const line = faultLine('', new RangeError('pods: SECRET 42'));
		expect(JSON.parse(line)).toMatchObject({ event: 'fault', kind: 'RangeError' });
		expect(line).not.toContain('SECRET');
		expect(line).not.toContain('src/lib');
		expect(line).toContain('log.test.ts');
	});

	it('tells of something thrown that is no error', () => {
		const lines: string[] = [];
		tellFault('SECRET', (line) => lines.push(line));
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'string', places: [] });
	});
});
