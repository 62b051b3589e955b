/** The environment variable in which the built server names the script of its threads, as a URL. */
export const WORKER_SCRIPT = 'MESHUP_WORKER_SCRIPT';
