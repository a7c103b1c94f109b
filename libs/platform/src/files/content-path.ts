import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where a content lies in a store: `{first two digits}/{hash}`. The hash becomes a path, so nothing else may. */
export function contentPath(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Refusal<PlatformCode>('FILE.GONE', { sha256 });
  return `${sha256.slice(0, 2)}/${sha256}`;
}
