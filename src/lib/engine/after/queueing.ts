/**
 * Waiting in front of a proxy with `workers` threads (`model.md` §11).
 *
 * An M/M/c queue: arrivals at random, service times spread exponentially. Proxies vary less than
 * that, so waits err high; bursts faster than random arrivals err low.
 */
export interface Server {
	/** CPU seconds of one traversal: u of `model.md` §4. */
	readonly secondsPerRequest: number;
	readonly workers: number;
}

/** Share of arrivals that find all workers busy where none may wait, by B_k = aB/(k + aB). */
export function erlangB(workers: number, load: number): number {
	let blocked = 1;
	for (let k = 1; k <= workers; k++) blocked = (load * blocked) / (k + load * blocked);
	return blocked;
}

/** Share of arrivals that must wait; 1 once the load reaches the number of workers. */
export function erlangC(workers: number, load: number): number {
	if (load >= workers) return 1;
	const blocked = erlangB(workers, load);
	return blocked / (1 - (load / workers) * (1 - blocked));
}

/** Requests a second at which the workers are never idle: c/s. Undefined when a request costs none. */
export function saturationRate({ secondsPerRequest, workers }: Server): number | undefined {
	return secondsPerRequest > 0 ? workers / secondsPerRequest : undefined;
}

/**
 * Seconds that the share `quantile` of requests wait at most: W_q = max(0, ln(C/(1−q))/(c/s − λ)).
 * Infinite from saturation on.
 */
export function waitQuantile(server: Server, ratePerSecond: number, quantile: number): number {
	const load = ratePerSecond * server.secondsPerRequest;
	if (load === 0) return 0;
	if (load >= server.workers) return Infinity;
	const mustWait = erlangC(server.workers, load);
	const spare = server.workers / server.secondsPerRequest - ratePerSecond;
	return Math.max(0, Math.log(mustWait / (1 - quantile)) / spare);
}
