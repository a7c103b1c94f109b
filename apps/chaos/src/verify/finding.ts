/** One thing that is not as it must be. */
export interface Finding {
  /** `lost`: acknowledged or recorded, and without its effect. `doubled`: with more than one. `disagreeing`: anything else. */
  readonly is: 'lost' | 'doubled' | 'disagreeing';
  readonly what: string;
}

/** Compares how often something happened with how often it was to happen. */
export const compared = (what: string, found: number, expected: number): Finding[] =>
  found === expected
    ? []
    : [{ is: found < expected ? 'lost' : 'doubled', what: `${what}: ${found} instead of ${expected}` }];

export const disagreeing = (what: string): Finding => ({ is: 'disagreeing', what });
