import type { Cloud, CloudId } from './cloud-schema.ts';

/** A cloud's figures, seen as they were on a day when `pinned` is set. */
export type CloudView = Cloud & { readonly pinned?: string };

export const CLOUD_IDS: readonly CloudId[] = ['aws', 'gcp', 'azure'];

/**
 * One chunk a provider: nothing of the other two is fetched. Each is a module of plain literals, which
 * engines read faster than the same text through `?raw` and `JSON.parse`.
 */
const FILES: Readonly<Record<CloudId, () => Promise<{ readonly default: unknown }>>> = {
	aws: () => import('../../../pricing-data/clouds/aws.json'),
	gcp: () => import('../../../pricing-data/clouds/gcp.json'),
	azure: () => import('../../../pricing-data/clouds/azure.json')
};

const PARTS = ['defaults', 'sources', 'regions', 'nodes', 'services', 'platform', 'commitments'];

/**
 * Whether the file is the one asked for, in the version this code reads.
 *
 * It looks at the head and the parts only. The figures were checked in full, by the schema, before the
 * file was shipped with this code; checking 8,000 prices again at each start would cost 20 ms.
 */
function isCloud(file: unknown, id: CloudId): file is Cloud {
	if (typeof file !== 'object' || file === null) return false;
	if (!('schemaVersion' in file) || file.schemaVersion !== 1) return false;
	if (!('cloud' in file) || file.cloud !== id) return false;
	return PARTS.every((part) => part in file);
}

/** The prices of one provider. Throws only if the files shipped do not belong to this code. */
export async function loadCloud(id: CloudId): Promise<Cloud> {
	const { default: file } = await FILES[id]();
	if (!isCloud(file, id)) throw new Error(`The price file of ${id} is not one this version reads.`);
	return file;
}

/** The same cloud with the figures that were in force on a day, YYYY-MM-DD. */
export function pinnedTo(cloud: Cloud, day: string): CloudView {
	return { ...cloud, pinned: day };
}
