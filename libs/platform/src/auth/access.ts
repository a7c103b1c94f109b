import { Refusal } from '@motcua/kernel';
import { type Actor, agenciesOf, refsOf } from './actor.js';
import { reachOf, type Reach, type Scope } from './permissions.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** To whom a resource belongs. */
export interface Belonging {
  readonly applicantRef?: string | null;
  readonly submittedBy?: string | null;
  /** Others who have a part in it, and under which scopes it is theirs too. */
  readonly parties?: readonly { readonly ref: string; readonly scopes: readonly Scope[] }[];
  /** Identifiers of its agencies and of all their ancestors. */
  readonly agencies: readonly string[];
  /** Of those, where a dossier was handed in or is received, and all above them; absent where nothing is received. */
  readonly offices?: readonly string[];
  /** The one that receives it, and all above it. */
  readonly receiving?: readonly string[];
}

/**
 * How far the actor's token reaches under a scope, by the scope it was granted and the roles it has.
 * @throws Refusal ACCESS.FORBIDDEN
 */
export function permittedReach(actor: Actor, scope: Scope): Reach {
  const reach = actor.scopes.includes(scope) ? reachOf(scope, actor.roles) : undefined;
  if (reach === undefined) {
    throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN', { requiredScope: scope }, [], {
      vi: `Cần token có phạm vi ${scope} và một vai trò được phép dùng phạm vi đó.`,
      en: `A token with the scope ${scope}, and a role that may use it, is needed.`,
    });
  }
  return reach;
}

/**
 * What names the caller, or whom the caller acts for, is the caller's own; and what the caller has handed in. What an officer
 * entered belongs to the agencies: it is the officer's only as long as it belongs to none.
 */
export const owns = (actor: Actor, { applicantRef, submittedBy, agencies }: Belonging): boolean =>
  (applicantRef != null && refsOf(actor).includes(applicantRef)) ||
  (submittedBy != null && actor.subject === submittedBy && (actor.agency === undefined || agencies.length === 0));

/** Whether the actor has a part in it that covers the scope. */
const hasPart = (actor: Actor, scope: Scope, { parties = [] }: Belonging): boolean =>
  parties.some(({ ref, scopes }) => scopes.includes(scope) && refsOf(actor).includes(ref));

/** Whether the actor may do under `scope` what concerns a resource: by scope and role, agency subtree, and ownership. */
export function mayReach(actor: Actor, scope: Scope, resource: Belonging): boolean {
  const reach = permittedReach(actor, scope);
  if (reach === 'all') return true;
  // Who handed a dossier in does not receive it.
  if (reach !== 'receiving' && (owns(actor, resource) || hasPart(actor, scope, resource))) return true;
  const reached = reachedBy(reach, resource);
  return agenciesOf(actor).some((agency) => reached.includes(agency));
}

/** Whether `mayReach`, also of an actor whose token permits nothing under the scope. */
export const couldReach = (actor: Actor, scope: Scope, resource: Belonging): boolean =>
  actor.scopes.includes(scope) && reachOf(scope, actor.roles) !== undefined && mayReach(actor, scope, resource);

function reachedBy(reach: Reach, { agencies, offices = [], receiving = [] }: Belonging): readonly string[] {
  if (reach === 'agency') return agencies;
  if (reach === 'office') return offices;
  return reach === 'receiving' ? receiving : [];
}

/** Another's resource is answered as if it did not exist. @throws Refusal RESOURCE.NOT_FOUND, ACCESS.FORBIDDEN */
export function assertReach(actor: Actor, scope: Scope, resource: Belonging): void {
  if (!mayReach(actor, scope, resource)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
}
