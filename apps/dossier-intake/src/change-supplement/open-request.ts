import { type Action, assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';
import type { DossierFacts } from '../change/dossier-facts.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { SupplementRow } from '../persistence/supplement-row.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';

/** The request that awaits its answer, by its number. @throws Refusal RESOURCE.NOT_FOUND, DOSSIER.ACTION_NOT_ALLOWED */
export function openRequest({ dossier, supplements }: DossierFacts, action: Action, number: number): SupplementRow {
  const request = supplements.find((one) => one.number === number);
  if (!request) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  assertAllowed(action, lifeOf(dossier));
  assertOpenRequest(dossier, supplements, number);
  return request;
}
