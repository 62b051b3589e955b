// A process of its own beside the command line: is asked for draws once, answers and ends.
import { drawPacked, type PackedAsk } from '../lib/engine/simulate/packed.ts';

process.once('message', (asked: PackedAsk) => {
	process.send?.(drawPacked(asked), () => process.exit());
});
// Nobody is there any more to be told.
process.once('disconnect', () => process.exit());
