import type { Localized } from './localized.js';

/** One thing wrong with the input: where (a JSON pointer, RFC 6901), which rule it breaks, and why in words. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Localized;
}

/** A key as a segment of a JSON pointer (RFC 6901). */
export const pointerSegment = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * A decision of the domain not to do what was asked. It carries a stable code, its evidence, and, where the input is at
 * fault, every fault at once. It knows nothing of HTTP: each service maps its codes to a status and a title.
 *
 * `Code` is the union of its package, and is named where a refusal is made: one of any text does not compile, so that a code
 * which no service maps cannot be thrown.
 */
export class Refusal<Code extends string> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;

  constructor(
    code: string extends Code ? never : NoInfer<Code>,
    /** Facts that the caller may be shown: never personal data. */
    readonly evidence: Readonly<Record<string, unknown>> = {},
    readonly faults: readonly Fault[] = [],
    readonly detail?: Localized,
  ) {
    super(code);
    this.code = code;
  }
}
