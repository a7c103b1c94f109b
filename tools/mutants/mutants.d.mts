export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
export interface Finder {
  readonly project: 'pure' | 'postgres' | 'kafka';
  readonly spec: string;
  /** Begins the title of the spec that must turn red. */
  readonly sentence: string;
}
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly found: readonly Finder[];
  readonly chaos?: boolean;
}
export const MUTANTS: readonly Mutant[];
