import type { Place } from './spec.ts';

/**
 * On which side of its line the words of a mark stand, so that they cross neither the edge of the plot
 * nor the line of the next mark. `last` is the place of the right edge.
 */
export function markSide({ at }: Place, marks: readonly Place[], last: number): 'left' | 'right' {
	if (at > last / 2) return 'left';
	const hasNext = marks.some((other) => other.at > at && other.at - at < last / 3);
	return hasNext && at > last / 5 ? 'left' : 'right';
}
