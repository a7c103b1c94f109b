/** Of a living, deceased or missing person, as the National Population Database says. */
export const PERSON_STATUSES = ['living', 'deceased', 'missing'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** Who a citizen is, as the state holds it. It is shown and compared, and not stored. */
export interface Person {
  readonly fullName: string;
  /** `yyyy-MM-dd`; null where it is not known to the day. */
  readonly dateOfBirth: string | null;
  readonly address: string | null;
  readonly status: PersonStatus;
}

export type Lookup =
  | { readonly outcome: 'found'; readonly person: Person }
  | { readonly outcome: 'unknown' }
  /** Not connected, too slow, or broken: nobody is kept waiting for it. */
  | { readonly outcome: 'away' };

/** The National Population Database, as this service sees it. It never throws: who is away has not answered. */
export abstract class PopulationDatabase {
  abstract find(citizenId: string): Promise<Lookup>;
}
