// Builds the fixed pages when they are stale, in a process of its own: a test that waits for it lives on.
import { ensureStatic } from '../../../src/cli/setup/build.mjs';

ensureStatic();
