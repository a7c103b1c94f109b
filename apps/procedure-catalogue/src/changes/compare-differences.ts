import { compareAgain, type PortalDifference, type ProcedureState } from '@motcua/catalogue-domain';
import type { Queries } from '@motcua/platform';
import { comparedDifferences, differencesIn, savePortalDifferences } from '../persistence/portal-differences.js';
import { namesIn, readPortalItem } from './portal-item.js';
import { lockProcedures } from './procedure-facts.js';

/** Compares what the portal said of these procedures with ours as they are now; their names are locked. */
export async function compareDifferences(
  queries: Queries,
  states: ReadonlyMap<string, ProcedureState>,
  at: Temporal.Instant,
): Promise<void> {
  await compare(queries, await comparedDifferences(queries, [...states.keys()]), states, at);
}

/** An agency or a field was added or renamed: what differs in one by now may be the same, and the other way round. */
export async function compareNaming(
  queries: Queries,
  field: 'agencies' | 'field',
  at: Temporal.Instant,
): Promise<void> {
  const naming = (await differencesIn(queries, field)).map(({ procedure }) => procedure);
  if (naming.length > 0) await compareDifferences(queries, await lockProcedures(queries, naming), at);
}

async function compare(
  queries: Queries,
  differences: readonly PortalDifference[],
  states: ReadonlyMap<string, ProcedureState>,
  at: Temporal.Instant,
): Promise<void> {
  if (differences.length === 0) return;
  const names = await namesIn(
    queries,
    differences.map(({ item }) => item),
  );
  const changes = differences.flatMap((before) => {
    const after = compareAgain(before, readPortalItem(before.item), states.get(before.procedure), names, at);
    return after ? [{ before, after }] : [];
  });
  if (changes.length > 0) await savePortalDifferences(queries, changes);
}
