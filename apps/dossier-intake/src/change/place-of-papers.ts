import { type Actor, agenciesOf, type Queries } from '@motcua/platform';
import { findPlaces, type FoundPlace } from '../persistence/paper-place-row.js';
import type { DossierFacts } from './dossier-facts.js';

/** A further fact of a dossier: where its papers are, if they were in a bag. */
export interface PlaceOfPapers {
  readonly place: FoundPlace | null;
}

export async function placesOfPapers(
  queries: Queries,
  facts: readonly Pick<DossierFacts, 'dossier'>[],
): Promise<PlaceOfPapers[]> {
  const ids = facts.map(({ dossier }) => dossier.id);
  const places = await findPlaces(queries, ids);
  return ids.map((id) => ({ place: places.find(({ dossierId }) => dossierId === id) ?? null }));
}

/** Whether the papers lie at an office that the actor acts for. */
export const areWith = (actor: Actor, { place }: PlaceOfPapers): boolean =>
  agenciesOf(actor).some((agency) => place?.ancestors.includes(agency));
