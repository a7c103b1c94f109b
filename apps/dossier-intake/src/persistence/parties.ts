import type { PartyReference, Plain } from '@motcua/contracts';
import type { AuthorisedPerson, CoApplicant, Parties, Power } from '@motcua/dossier-domain';
import { type Belonging, identityHash, openText, type Scope, sealText } from '@motcua/platform';

/** Who has a part in a dossier beside its applicant, as the row keeps it. */
export interface StoredParty {
  readonly role: 'coApplicant' | 'authorisedPerson';
  /** Keyed hash of the identity, by which it is theirs. */
  readonly ref: string;
  readonly powers: readonly Power[];
  /** The person in JSON, sealed. */
  readonly sealed: string;
}

interface Keys {
  readonly identityKey: string;
  readonly sealingKey: string;
}

/** The two columns that say who has a part in a dossier. */
export interface StoredParties {
  readonly parties: readonly StoredParty[];
  /** The hashes alone, for the index. */
  readonly partyRefs: readonly string[];
}

export const NO_STORED_PARTIES: StoredParties = { parties: [], partyRefs: [] };

export function sealParties({ coApplicants, authorisedPerson }: Parties, keys: Keys): StoredParties {
  const stored = (role: StoredParty['role'], person: CoApplicant, powers: readonly Power[]): StoredParty => ({
    role,
    ref: identityHash(keys.identityKey, person.identity.type, person.identity.number),
    powers,
    sealed: sealText(keys.sealingKey, JSON.stringify(person)),
  });
  const parties = [
    ...coApplicants.map((one) => stored('coApplicant', one, [])),
    ...(authorisedPerson ? [stored('authorisedPerson', authorisedPerson, authorisedPerson.powers)] : []),
  ];
  return { parties, partyRefs: [...new Set(parties.map(({ ref }) => ref))] };
}

export function openParties(stored: readonly StoredParty[], sealingKey: string): Parties {
  const opened = (asked: StoredParty['role']): unknown[] =>
    stored
      .filter(({ role }) => role === asked)
      .map(({ sealed }) => JSON.parse(openText(sealingKey, sealed)) as unknown);
  const [authorisedPerson] = opened('authorisedPerson') as AuthorisedPerson[];
  return { coApplicants: opened('coApplicant') as CoApplicant[], authorisedPerson: authorisedPerson ?? null };
}

/** What other services are told of them: by the hash alone. */
export const partyReferences = (parties: readonly StoredParty[]): Plain<PartyReference>[] =>
  parties.map(({ ref, role, powers }) => ({ ref, role, powers }));

const COVERED: Readonly<Partial<Record<Power, Scope>>> = { supplement: 'dossier.submit', withdraw: 'dossier.withdraw' };

/** A co-applicant follows the dossier; who is authorised does what the authorisation covers. */
export const partsOf = (parties: readonly StoredParty[]): NonNullable<Belonging['parties']> =>
  parties.map(({ ref, powers }) => ({
    ref,
    scopes: ['dossier.read', ...powers.flatMap((power) => COVERED[power] ?? [])],
  }));
