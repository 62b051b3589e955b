/** Whether this server can draw PNG. */
export const HAS_PNG = false;

/** PNG at twice the size; nothing where no rasteriser is installed. */
export const toPng = (_svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
	Promise.resolve(undefined);
