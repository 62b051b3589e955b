import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { readFiles } from './intake.ts';
import { blobFile, textFile, type SourceFile } from './source-file.ts';

function bytesFile(bytes: Uint8Array): SourceFile {
	async function* chunks(): AsyncGenerator<Uint8Array> {
		// Odd pieces, so that a character of two bytes is cut in the middle.
		for (let at = 0; at < bytes.length; at += 101) {
			yield bytes.subarray(at, at + 101);
			await Promise.resolve();
		}
	}
	return { name: 'x', chunks };
}

describe('readFiles', () => {
	it('reads every kind of fixture by its content, under a misleading name', async () => {
		const kinds = [
			['fortio-1.60.json', 'fortio'],
			['k6-handle-summary.json', 'k6-handle-summary'],
			['k6-summary-export.json', 'k6-summary-export'],
			['k6-machine-readable.json', 'k6-machine-readable'],
			['nighthawk-two-workers.json', 'nighthawk'],
			['vegeta-12.8.json', 'vegeta'],
			['wrk2.txt', 'wrk2'],
			['real-wrk-proxied.txt', 'wrk'],
			['real-hey.csv', 'hey-csv'],
			['real-hey-direct-50.txt', 'hey-text'],
			['real-prometheus-memory.json', 'prometheus-range'],
			['kubectl-top.txt', 'kubectl-top'],
			['pod-metrics.json', 'pod-metrics'],
			['pods.json', 'kube-json'],
			['manifests.yaml', 'kube-yaml'],
			['ecs-task-web.json', 'ecs-task-definition'],
			['ecs-services.json', 'ecs-services'],
			['appmesh-virtual-nodes.json', 'appmesh-virtual-nodes'],
			['helm-linkerd.yaml', 'helm-values']
		] as const;
		const sources = kinds.map(([name], i) => textFile(`photo-${i}.png`, fixture(name)));
		const { files } = await readFiles(sources);
		expect(files.map((file) => file.detection.kind)).toEqual(kinds.map(([, kind]) => kind));
		expect(files.filter((file) => file.content.type === 'nothing')).toEqual([]);
	});

	it('gives the SHA-256 of the bytes, for the provenance', async () => {
		const text = fixture('wrk2.txt');
		const { files } = await readFiles([textFile('a', text)]);
		expect(files[0]?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
	});

	it('reads UTF-16 as a redirected kubectl on Windows writes it', async () => {
		const utf16 = Buffer.concat([
			Buffer.from([0xff, 0xfe]),
			Buffer.from(fixture('nodes.json'), 'utf16le')
		]);
		const { inventory } = await readFiles([bytesFile(utf16)]);
		expect(inventory.nodes.map((group) => group.count)).toEqual([1, 1]);
	});

	it('reads a Blob and reports progress up to its size', async () => {
		const blob = new Blob([fixture('pods.json')]);
		const seen: number[] = [];
		await readFiles([blobFile('p', blob)], { onProgress: ({ bytes }) => seen.push(bytes) });
		expect(seen.at(-1)).toBe(blob.size);
	});

	it('names a file that cannot be read to its end and uses the one after it', async () => {
		const broken: SourceFile = {
			name: 'broken',
			chunks: async function* () {
				yield new TextEncoder().encode('{"items":[');
				await Promise.reject(new Error('disk'));
			}
		};
		const { files, inventory } = await readFiles([broken, textFile('n', fixture('nodes.json'))]);
		expect(files[0]?.errors.at(-1)?.message).toMatch(/could not be read to its end \(10 bytes/);
		expect(inventory.nodes).toHaveLength(2);
	});

	it('refuses a benchmark of more than 256 KiB before parsing it', async () => {
		const text = fixture('fortio-1.3.json').trimEnd() + ' '.repeat(300_000);
		const { files } = await readFiles([textFile('f', text)]);
		expect(files[0]?.errors[0]?.message).toMatch(/more than 262144 bytes/);
	});

	it('reads 200 files in one go and names the 201st', async () => {
		const sources = Array.from({ length: 201 }, (_, i) => textFile(`f${i}`, `note ${i}`));
		const { files } = await readFiles(sources);
		expect(files).toHaveLength(201);
		expect(files[200]?.errors[0]?.message).toMatch(/Only 200 files/);
	});
});
