import type { Channel } from '../binding-version/procedure-version.js';

/**
 * Whether the office has scanned a file: what comes to a counter or by post is paper. Online the applicant sends a file, and
 * a paper that is reused was digitised before.
 * @rule R20
 */
export const isDigitised = (channel: Channel, { reusedFrom }: { readonly reusedFrom: unknown }): boolean =>
  channel !== 'online' && reusedFrom === null;
