import type { Catalog } from '../catalog/catalog.ts';

/** The day of the newest figures behind a report, or the day to which the plan pins them. */
export const dataVersionOf = ({ cloud }: Catalog): string => cloud.pinned ?? cloud.updated;
