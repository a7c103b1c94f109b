import { type Clock, dayInVietnam } from '@motcua/kernel';
import type { Queries } from '../database/queries.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../auth/actor.js';

/** Identifiers of the agencies that a service's register of officers gives to one, on a day, `YYYY-MM-DD` in Vietnam. */
export type RegisteredAgencies = (queries: Queries, subject: string, day: string) => Promise<readonly string[]>;

/** An officer acts for the agencies of the register too: their own others, and those of whom they stand in for. @rule R23 */
export async function withRegisteredAgencies(
  actor: Actor,
  registered: RegisteredAgencies,
  { queries, clock }: { readonly queries: Queries; readonly clock: Clock },
): Promise<Actor> {
  // Citizens and systems are in no register.
  if (actor.agency === undefined) return actor;
  const agencies = await registered(queries, actor.subject, dayInVietnam(clock.now()));
  const furtherAgencies = agencies.filter((agency) => agency !== actor.agency);
  return furtherAgencies.length === 0 ? actor : { ...actor, furtherAgencies };
}

/**
 * Of a register in a table of the service's own (`subject`, `agencies`, `absent_from`, `absent_until`, `deputy`): an officer's
 * agencies, and those of officers who are away and for whom they stand in. @rule R23
 */
export const registerIn =
  (table: string): RegisteredAgencies =>
  async (queries, subject, day) => {
    const rows = await queries.query<{ agency: string }>(sql`
      SELECT DISTINCT unnest(o.agencies) AS agency FROM ${sql.raw(table)} AS o
      WHERE o.subject = ${subject} OR (o.deputy = ${subject} AND o.absent_from <= ${day}::date
        AND (o.absent_until IS NULL OR ${day}::date < o.absent_until))
      ORDER BY agency`);
    return rows.map(({ agency }) => agency);
  };
