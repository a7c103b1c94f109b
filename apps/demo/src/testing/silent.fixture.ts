import type { Teller } from '../scenario/teller.js';

/** Tells nothing to anybody. */
export const SILENT: Teller = { scene: () => undefined, heading: () => undefined, line: () => undefined };
