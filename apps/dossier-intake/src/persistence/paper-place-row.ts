import type { PaperPlace } from '@motcua/dossier-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

/** One row of `paper_place`: where the papers of a dossier are that were in a bag. */
export interface PaperPlaceRow extends PaperPlace {
  readonly dossierId: string;
  readonly since: Temporal.Instant;
}

export const PAPER_PLACES = rowTable<PaperPlaceRow>('paper_place', {
  dossierId: 'key',
  state: 'plain',
  agency: 'plain',
  bag: 'plain',
  since: 'plain',
});

/** A place, with what is above its office. */
export interface FoundPlace extends PaperPlace {
  readonly dossierId: string;
  readonly ancestors: readonly string[];
  readonly atPostOffice: boolean;
}

/** A statement that a condition on `p` follows. */
export const PLACE = sql`
  SELECT p.dossier_id AS "dossierId", p.state, p.agency, p.bag, coalesce(a.ancestors, ARRAY[p.agency]) AS ancestors,
    coalesce(a.kind = 'postOffice', false) AS "atPostOffice"
  FROM paper_place p LEFT JOIN agency_copy a ON a.code = p.agency`;

/** Of these dossiers, those whose papers were in a bag. */
export const findPlaces = (queries: Queries, dossiers: readonly string[]): Promise<FoundPlace[]> =>
  queries.query<FoundPlace>(sql`${PLACE} WHERE p.dossier_id = ANY (${dossiers}::uuid[])`);
