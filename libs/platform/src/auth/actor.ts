import type { Role, Scope } from './permissions.js';

/** Who acts, as the token says. */
export interface Actor {
  readonly subject: string;
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  readonly roles: readonly Role[];
  readonly name?: string;
  /** Identifier of the agency that an officer or system acts for. */
  readonly agency?: string;
  /** Keyed hash of the citizen's id number, as `applicantRef` is; the number itself goes no further than the guard. */
  readonly applicantRef?: string;
}
