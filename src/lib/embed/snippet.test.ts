import { describe, expect, it } from 'vitest';
import {
	iframeSnippet,
	imageSnippet,
	loaderSnippet,
	markdownSnippet,
	oEmbedAddress,
	plainLink,
	type SnippetParts
} from './snippet.ts';

const PARTS: SnippetParts = {
	origin: 'https://mesh.example.com',
	embed: '/embed/chart?s=AQ&theme=dark',
	plan: '/#s=AQ',
	svg: '/api/v1/chart.svg?s=AQ',
	png: '/api/v1/chart.png?s=AQ',
	title: 'Linkerd costs least: $429k over 36 months',
	height: 520
};

describe('snippets', () => {
	it('the frame is named, 100 % wide, 520 px tall, lazy, and followed by a plain link', () => {
		expect(iframeSnippet(PARTS)).toBe(
			'<iframe src="https://mesh.example.com/embed/chart?s=AQ&amp;theme=dark" ' +
				'title="Linkerd costs least: $429k over 36 months" width="100%" height="520" ' +
				'loading="lazy" style="border:0" allow="clipboard-write; fullscreen"></iframe>\n' +
				'<p><a href="https://mesh.example.com/#s=AQ">Linkerd costs least: $429k over 36 months</a></p>'
		);
	});

	it('the loader leaves its link where scripts are stripped', () => {
		const text = loaderSnippet(PARTS);
		expect(text).toContain('<meshup-estimate src="https://mesh.example.com/embed/chart?s=AQ&amp;');
		expect(text).toContain('<a href="https://mesh.example.com/#s=AQ">');
		expect(text).toContain('<script src="https://mesh.example.com/embed.js" async></script>');
	});

	it('pictures link to the plan, in Markdown and in HTML', () => {
		expect(markdownSnippet(PARTS)).toBe(
			'[![Linkerd costs least: $429k over 36 months]' +
				'(https://mesh.example.com/api/v1/chart.png?s=AQ)](https://mesh.example.com/#s=AQ)'
		);
		expect(imageSnippet(PARTS)).toContain('src="https://mesh.example.com/api/v1/chart.svg?s=AQ"');
	});

	it('the two addresses are plain text', () => {
		expect(oEmbedAddress(PARTS)).toBe('https://mesh.example.com/embed/chart?s=AQ&theme=dark');
		expect(plainLink(PARTS)).toBe('https://mesh.example.com/#s=AQ');
	});

	it('a hostile name stays text in all of them', () => {
		const title = '"><script>alert(1)</script>](javascript:alert(1)) @all `x`';
		for (const snippet of [iframeSnippet, loaderSnippet, imageSnippet]) {
			expect(snippet({ ...PARTS, title })).not.toContain('<script>alert');
			expect(snippet({ ...PARTS, title })).not.toContain('"><script');
		}
		const markdown = markdownSnippet({ ...PARTS, title });
		expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
		expect(markdown).not.toMatch(/(?<!\\)[<>`@]/);
	});
});
