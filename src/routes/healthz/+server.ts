import { MODEL_VERSION } from '$lib/engine/version.ts';
import { json } from '$lib/server/answer.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Says that the server answers, and which model it runs; it works nothing out. */
export const GET: RequestHandler = () => json({ status: 'ok', modelVersion: MODEL_VERSION });
