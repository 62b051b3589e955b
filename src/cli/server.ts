// Bundled to build/index.js: the server on the main thread, long work on others.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) await import('./serve.ts');
else await import('./serve-work.ts');
