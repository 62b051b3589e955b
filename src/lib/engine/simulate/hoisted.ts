import { joined, priceOf, type Maker, type PartOp } from './part.ts';

const PRODUCTS: ReadonlySet<PartOp> = new Set(['mul', 'div']);
const SUMS: ReadonlySet<PartOp> = new Set(['add', 'sub']);

/** Of a family, the operation that builds up and the one that takes down. */
const MULTIPLIED = ['mul', 'div'] as const;
const ADDED = ['add', 'sub'] as const;

/** Whether the sides of an operation may change places. */
const isDirect = (op: PartOp): boolean => op === 'mul' || op === 'add';

/**
 * (p · q) · t as q · (p · t) where p · t is worked out less often: what stands still over months
 * leaves the loop over months. Nothing where it would not pay.
 */
export function hoisted(maker: Maker, op: PartOp, args: readonly number[]): number | undefined {
	const family = PRODUCTS.has(op) ? PRODUCTS : SUMS.has(op) ? SUMS : undefined;
	if (family === undefined) return undefined;
	const [x = 0, y = 0] = args;
	const straight = moved(maker, family, { left: x, right: y, op });
	if (straight !== undefined || !isDirect(op)) return straight;
	return moved(maker, family, { left: y, right: x, op });
}

interface Pair {
	readonly left: number;
	readonly right: number;
	readonly op: PartOp;
}

function moved(
	maker: Maker,
	family: ReadonlySet<PartOp>,
	{ left, right, op }: Pair
): number | undefined {
	const inner = maker.at(left);
	if (!family.has(inner.op) || inner.within !== 0 || maker.at(right).within !== 0) return undefined;
	const [p = 0, q = 0] = inner.args;
	const price = priceOf(inner);
	const direct = isDirect(op);
	const straight = isDirect(inner.op);
	const [times, per] = family === PRODUCTS ? MULTIPLIED : ADDED;
	if (jointPrice(maker, p, right) < price) {
		const outer = maker.make(direct ? times : per, [p, right]);
		return straight ? maker.make(times, [outer, q]) : maker.make(per, [outer, q]);
	}
	if (jointPrice(maker, q, right) >= price) return undefined;
	// p·(q·t), p·(q/t), p·(t/q), p/(q·t)
	if (direct === straight) {
		return maker.make(straight ? times : per, [p, maker.make(times, [q, right])]);
	}
	const [top, under] = straight ? [q, right] : [right, q];
	return maker.make(times, [p, maker.make(per, [top, under])]);
}

/** What a step of both would cost a sample. */
function jointPrice(maker: Maker, x: number, y: number): number {
	const [a, b] = [maker.at(x), maker.at(y)];
	const changes = joined([a.changes, b.changes], maker.months);
	return priceOf({ sampled: a.sampled || b.sampled, changes });
}
