import { type Localized, Refusal } from '@motcua/kernel';

/** A refusal as it is kept: shown later, in the language of whoever reads it. */
export interface StoredRefusal {
  readonly code: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly faults: Refusal['faults'];
  readonly detail?: Localized;
}

export const storedRefusal = ({ code, evidence, faults, detail }: Refusal): StoredRefusal => ({
  code,
  evidence,
  faults,
  ...(detail && { detail }),
});

export const refusalOf = ({ code, evidence, faults, detail }: StoredRefusal): Refusal =>
  new Refusal(code, evidence, faults, detail);
