import type { Agencies } from '@motcua/catalogue-copy';
import type { BagEnds, PaperPlace } from '@motcua/dossier-domain';
import { type LockingQueries, sql } from '@motcua/platform';
import { type BagRow, BAGS } from '../persistence/bag-row.js';

/** A bag, locked. */
export interface BagFacts {
  readonly bag: BagRow;
  /** The office that sends it, with all above it, and the one that receives it. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface PlaceByCode extends PaperPlace {
  readonly dossierId: string;
  readonly code: string;
  /** Office that made the bag which the place names. */
  readonly sentBy: string;
}

export const endsOf = ({ fromAgency: from, toAgency: to, toPostOffice, comingBack }: BagRow): BagEnds => ({
  from,
  to,
  toPostOffice,
  sentBack: comingBack?.sentBack ?? false,
});

/** Locks bags in the order of their ids; undefined where there is none such. */
export async function bagFacts(
  queries: LockingQueries,
  agencies: Agencies,
  ids: readonly string[],
): Promise<(BagFacts | undefined)[]> {
  const bags = await queries.query<BagRow>(
    sql`SELECT ${BAGS.columns('b')} FROM bag b WHERE b.id = ANY (${ids}::uuid[]) ORDER BY b.id FOR UPDATE ${queries.skipLocked}`,
  );
  const offices = await agencies.findMany(
    bags.flatMap(({ fromAgency, toAgency }) => [fromAgency, toAgency]),
    queries,
  );
  const above = (agency: string): readonly string[] =>
    offices.find(({ code }) => code === agency)?.ancestors ?? [agency];
  return ids.map((id) => {
    const bag = bags.find((one) => one.id === id);
    return bag && { bag, from: above(bag.fromAgency), to: above(bag.toAgency) };
  });
}
