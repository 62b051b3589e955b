const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/i;

/**
 * Whether a page stands on the reader's own computer: its address leads nobody else to it. Addresses of
 * an office network are left alone, for colleagues reach them.
 */
export const isOwnComputer = ({
	hostname,
	protocol
}: Pick<Location, 'hostname' | 'protocol'>): boolean =>
	!/^https?:$/.test(protocol) || LOOPBACK.test(hostname);
