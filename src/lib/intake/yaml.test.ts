import { describe, expect, it } from 'vitest';
import { YAML_PIECE } from './limits.ts';
import { parseYaml } from './yaml.ts';
import { YamlSplitter, type YamlPiece } from './yaml-splitter.ts';

const parse = (text: string): unknown => {
	const tree = parseYaml(text, YAML_PIECE);
	return tree.ok ? tree.value : tree.errors[0]?.message;
};

function pieces(text: string, maxChars = 10_000): readonly YamlPiece[] {
	const found: YamlPiece[] = [];
	const splitter = new YamlSplitter((piece) => found.push(piece), maxChars);
	for (const line of text.split('\n')) splitter.line(line);
	splitter.end();
	return found;
}

describe('parseYaml', () => {
	it('keeps 100m a text and reads 0.25 and 1e9 as numbers', () => {
		expect(parse('a: 100m\nb: 0.25\nc: 1e9\n')).toEqual({ a: '100m', b: 0.25, c: 1e9 });
	});

	it('names the line of a fault', () => {
		const tree = parseYaml('a: 1\nb: [1, 2\nc: 3\n', YAML_PIECE);
		expect(tree.ok ? '' : tree.errors[0]?.path).toBe('line 3');
	});

	it('refuses nine lists of nine aliases each, which would be 9^9 values', () => {
		const names = [...'abcdefghi'];
		const bomb = names.map((name, i) =>
			i === 0
				? 'a: &a [1,1,1,1,1,1,1,1,1]'
				: `${name}: &${name} [${Array(9)
						.fill(`*${names[i - 1]}`)
						.join(',')}]`
		);
		expect(parse(bomb.join('\n'))).toMatch(/aliases/);
	});

	it('refuses 100,000 open brackets and 1,000 dashes on a line without an overflow', () => {
		expect(parse('['.repeat(100_000))).toMatch(/deeper than 64/);
		expect(parse(`${'- '.repeat(1000)}a`)).toMatch(/deeper than 64/);
	});

	it('refuses a key that reaches the prototype', () => {
		expect(parse('a:\n  __proto__:\n    polluted: 1\n')).toMatch(/__proto__/);
		expect('polluted' in {}).toBe(false);
	});
});

describe('YamlSplitter', () => {
	it('cuts 3 documents at their markers and tells the line each begins on', () => {
		const found = pieces('---\na: 1\n--- # next\nb: 2\n...\n---\n# only a comment\n---\nc: 3');
		expect(found.map(({ text, line }) => [text.trim(), line])).toEqual([
			['a: 1', 2],
			['b: 2', 4],
			['c: 3', 9]
		]);
	});

	it('cuts a list into elements, at the margin or indented, and leaves block text whole', () => {
		for (const margin of ['', '  ']) {
			const text = [
				'apiVersion: v1',
				'items:',
				`${margin}- kind: A`,
				`${margin}  note: |`,
				`${margin}    - kind: B`,
				`${margin}- kind: C`,
				'kind: List'
			].join('\n');
			const kinds = pieces(text).map((piece) => parse(piece.text));
			expect(kinds).toEqual([
				{ apiVersion: 'v1' },
				{ kind: 'A', note: '- kind: B\n' },
				{ kind: 'C' },
				{ kind: 'List' }
			]);
		}
	});

	it('marks a document that is longer than allowed', () => {
		expect(pieces(`a: 1\nb: ${'x'.repeat(50)}`, 40)).toMatchObject([{ cut: true }]);
	});
});
