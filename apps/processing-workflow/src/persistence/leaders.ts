import { type Queries, sql } from '@motcua/platform';
import type { CaseFact, CaseState, Officer } from '@motcua/processing-domain';
import { placeOf } from './deadline-events.js';

export type Leaders = ReadonlyMap<string, readonly Officer[]>;

/** The leaders of each of these agencies, not of those above it: a province's leaders are not told of every task. */
export async function leadersOf(queries: Queries, agencies: readonly string[]): Promise<Leaders> {
  if (agencies.length === 0) return new Map();
  const rows = await queries.query<Officer & { agency: string }>(sql`
    SELECT a.agency, o.subject, o.name FROM unnest(${agencies}::text[]) AS a (agency)
      JOIN officer o ON 'leader' = ANY (o.roles) AND o.agencies @> ARRAY[a.agency]
    ORDER BY o.subject`);
  return new Map(
    [...Map.groupBy(rows, ({ agency }) => agency)].map(([agency, leaders]) => [
      agency,
      leaders.map(({ subject, name }) => ({ subject, name })),
    ]),
  );
}

/** The leaders who are told of a fact; none where it does not concern them. */
export function leadersFor(state: CaseState, fact: CaseFact, leaders: Leaders): readonly Officer[] {
  if (fact.type !== 'dueSoon' && fact.type !== 'becameOverdue' && fact.type !== 'escalated') return [];
  const { agency } = placeOf(state, fact.type === 'dueSoon' ? null : fact.taskId);
  return leaders.get(agency) ?? [];
}
