import { Refusal } from '@motcua/kernel';
import { type Actor, permittedReach, type Scope, type PlatformCode } from '@motcua/platform';

/**
 * Under whose name preferences are kept: the caller's own, by applicantRef where the token tells it, whether the path
 * names them by subject or by applicantRef; another's only where the scope reaches everything.
 * @throws Refusal RESOURCE.NOT_FOUND, ACCESS.FORBIDDEN
 */
export function personOf(actor: Actor, scope: Scope, subject: string): string {
  if (subject === actor.subject || subject === actor.applicantRef) return actor.applicantRef ?? actor.subject;
  if (permittedReach(actor, scope) !== 'all') throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return subject;
}
