import type { KnownNames } from '../import-procedures/known-names.js';
import type { ReadItem } from '../import-procedures/read-item.js';
import type { ProcedureState } from '../procedure/procedure-state.js';
import { findDifference } from './hear-of-procedure.js';
import type { PortalDifference } from './portal-difference.js';

/** As it is read, whatever the order in which a store keeps its keys. */
const shown = ({ kind, fields, faults }: Pick<PortalDifference, 'kind' | 'fields' | 'faults'>): string =>
  JSON.stringify([
    kind,
    fields.map(({ field, ours, theirs }) => [field, ours, theirs]),
    faults.map(({ code, pointer }) => [code, pointer]),
  ]);

/**
 * A difference after something of ours has changed: settled where the two agree by now, open where they do no longer. Undefined
 * where nothing is new, and where somebody has decided: that stands until the portal changes the procedure again.
 * @param read its item, freshly read
 */
export function compareAgain(
  before: PortalDifference,
  read: ReadItem,
  state: ProcedureState | undefined,
  known: KnownNames,
  now: Temporal.Instant,
): PortalDifference | undefined {
  if (before.state === 'taken' || before.state === 'dismissed') return undefined;
  const { differs, ...found } = findDifference({ ...before, listed: before.kind !== 'gone' }, read, state, known, now);
  const next = differs ? ('open' as const) : ('settled' as const);
  if (next === before.state && shown(before) === shown(found)) return undefined;
  const since = next === 'open' && before.state === 'settled' ? now : before.since;
  return { ...before, ...found, state: next, since, revision: before.revision + 1 };
}
