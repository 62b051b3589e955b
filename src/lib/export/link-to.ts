import { encodePlan, LINK_LIMITS } from '../plan/link.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The link that restores a plan; none where it would be too long. Without an address it is the part
 * from `#` on, which any MeshUp reads, and `meshup estimate` too.
 */
export async function linkTo(plan: Plan, address = ''): Promise<{ readonly link?: string }> {
	const base = address.replace(/[?#].*$/, '');
	if (Object.keys(plan).length === 0) return base === '' ? {} : { link: base };
	const text = await encodePlan(plan);
	return text.length > LINK_LIMITS.make ? {} : { link: `${base}#s=${text}` };
}

/** What a link is called: without an address it says behind which address it is to be put. */
export const linkLabel = (name: string, link: string): string =>
	link.startsWith('#') ? `${name}, behind the address of a MeshUp` : name;
