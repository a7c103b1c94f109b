import { type Localized, Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

/** A refusal as it is kept: shown later, in the language of whoever reads it. */
export interface StoredRefusal {
  readonly code: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly faults: Refusal<string>['faults'];
  readonly detail?: Localized;
}

export const storedRefusal = ({ code, evidence, faults, detail }: Refusal<string>): StoredRefusal => ({
  code,
  evidence,
  faults,
  ...(detail && { detail }),
});

export const refusalOf = ({ code, evidence, faults, detail }: StoredRefusal): Refusal<string> =>
  // It had a table's entry when it was thrown; one that a later release no longer knows is shown as a fault of ours.
  new Refusal<PlatformCode>(code as PlatformCode, evidence, faults, detail);
