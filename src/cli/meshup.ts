#!/usr/bin/env node
// Bundled to build/cli/meshup.js: the command line on the main thread, draws on another.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) await import('./main.ts');
else await import('./draw-thread.ts');
