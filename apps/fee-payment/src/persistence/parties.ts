import type { PartyReference, Plain } from '@motcua/contracts';
import { type Belonging, type Queries, type Scope, sql } from '@motcua/platform';

type Party = Plain<PartyReference>;

/** The two columns of an account that say who has a part in its dossier. */
export interface StoredParties {
  readonly parties: readonly Party[];
  /** The hashes alone, for the index. */
  readonly partyRefs: readonly string[];
}

export const storedParties = (parties: readonly Party[]): StoredParties => ({
  parties: parties.map(({ ref, role, powers }) => ({ ref, role, powers })),
  partyRefs: [...new Set(parties.map(({ ref }) => ref))],
});

/** Whoever has a part in a dossier reads what is owed and paid; co-applicants pay it, and who is authorised to. */
export const partsOf = (parties: readonly Party[]): NonNullable<Belonging['parties']> =>
  parties.map(({ ref, role, powers }) => {
    const pays = role === 'coApplicant' || powers.includes('pay');
    const scopes: Scope[] = pays ? ['payment.read', 'payment.order'] : ['payment.read'];
    return { ref, scopes };
  });

/** Who has a part in the dossier that money is of. */
export async function partsOfDossier(queries: Queries, dossierId: string): Promise<NonNullable<Belonging['parties']>> {
  const [account] = await queries.query<Pick<StoredParties, 'parties'>>(
    sql`SELECT parties FROM account WHERE dossier_id = ${dossierId}`,
  );
  return partsOf(account?.parties ?? []);
}
