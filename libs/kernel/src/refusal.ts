import type { Localized } from './localized.js';

/** One thing wrong with the input: where (a JSON pointer, RFC 6901), which rule it breaks, and why in words. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Localized;
}

/**
 * A decision of the domain not to do what was asked. It carries a stable code, its evidence, and, where the input is at
 * fault, every fault at once. It knows nothing of HTTP: each service maps its codes to a status and a title.
 */
export class Refusal<Code extends string = string> extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: Code,
    /** Facts that the caller may be shown: never personal data. */
    readonly evidence: Readonly<Record<string, unknown>> = {},
    readonly faults: readonly Fault[] = [],
    readonly detail?: Localized,
  ) {
    super(code);
  }
}
