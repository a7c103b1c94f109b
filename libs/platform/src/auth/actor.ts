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
  /** Identifiers of further agencies that an officer acts for, as the register says, which the token does not. */
  readonly furtherAgencies?: readonly string[];
  /** Keyed hash of the citizen's id number, as `applicantRef` is; the number itself goes no further than the guard. */
  readonly applicantRef?: string;
  /** Keyed hashes of further numbers of the same person, such as the 9 digits of before. */
  readonly linkedRefs?: readonly string[];
  /** Keyed hashes of the organisations that the person acts for, as the identity provider vouches. */
  readonly representedRefs?: readonly string[];
}

/** Identifiers of all agencies that the caller acts for, that of the token first. */
export const agenciesOf = ({ agency, furtherAgencies = [] }: Actor): readonly string[] =>
  agency === undefined ? furtherAgencies : [...new Set([agency, ...furtherAgencies])];

const personal = ({ applicantRef, linkedRefs = [] }: Actor): readonly string[] =>
  applicantRef === undefined ? linkedRefs : [applicantRef, ...linkedRefs];

/** Every `applicantRef` whose dossiers are the caller's own. */
export const refsOf = (actor: Actor): readonly string[] => [
  ...new Set([...personal(actor), ...(actor.representedRefs ?? [])]),
];

/**
 * Every `applicantRef` of the holder of this one, if that is the caller or acts through the caller: a person has several
 * numbers, an organisation is itself and never its representative. Empty where it is another's.
 */
export function refsOfHolder(actor: Actor, applicantRef: string): readonly string[] {
  const own = personal(actor);
  if (own.includes(applicantRef)) return own;
  return actor.representedRefs?.includes(applicantRef) ? [applicantRef] : [];
}
