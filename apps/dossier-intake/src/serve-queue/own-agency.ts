import { Refusal } from '@motcua/kernel';
import { type Actor, permittedReach, type PlatformCode, type Scope } from '@motcua/platform';

/** The caller's own office: a queue is one office's. @throws Refusal ACCESS.FORBIDDEN */
export function ownAgency(actor: Actor, scope: Scope): string {
  permittedReach(actor, scope);
  if (actor.agency === undefined) throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN');
  return actor.agency;
}
