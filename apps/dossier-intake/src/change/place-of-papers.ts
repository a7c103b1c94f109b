import { type Actor, agenciesOf } from '@motcua/platform';
import type { DossierParts } from '../persistence/dossier-parts.js';

/** Whether the papers lie at an office that the actor acts for. */
export const areWith = (actor: Actor, { place }: Pick<DossierParts, 'place'>): boolean =>
  agenciesOf(actor).some((agency) => place?.ancestors.includes(agency));
