import { Injectable } from '@nestjs/common';
import { dayInVietnam } from '@motcua/kernel';
import { type Actor, type Queries, rowTable, type Sql, sql } from '@motcua/platform';
import { isAway, type Officer, type RegisteredOfficer, type SigningRight } from '@motcua/processing-domain';

export interface OfficerRow extends RegisteredOfficer {
  readonly version: number;
  readonly title: string;
  /** Subject of the officer who stands in while this one is away. */
  readonly deputy: string | null;
  readonly signing: readonly SigningRight[];
}

export const OFFICERS = rowTable<OfficerRow>('officer', {
  subject: 'key',
  version: 'plain',
  name: 'plain',
  title: 'plain',
  agencies: 'plain',
  roles: 'plain',
  absentFrom: 'plain',
  absentUntil: 'plain',
  deputy: 'plain',
  signing: 'plain',
});

/** Registered officers on a condition, of the alias `o`. */
export const officersWhere = (condition: Sql): Sql =>
  sql`SELECT ${OFFICERS.columns('o')} FROM officer o WHERE ${condition} ORDER BY o.subject`;

/** Officers with some right to sign for the agency; enough to name who may sign instead. */
export function signatoriesOf(agency: string): Sql {
  const right = JSON.stringify([{ agency }]);
  return sql`${officersWhere(sql`o.signing @> ${right}::jsonb`)} LIMIT 50`;
}

/** Who acts, by the name that the register, else the token, gives. */
export const officerNamed = ({ subject, name }: Actor, registered: OfficerRow | undefined): Officer => ({
  subject,
  name: registered?.name ?? name ?? subject,
});

/** The officers who are away today and for whom this one stands in. */
export function awayFor(officers: Iterable<OfficerRow>, subject: string, now: Temporal.Instant): Officer[] {
  const day = dayInVietnam(now);
  return [...officers]
    .filter((one) => one.deputy === subject && isAway(one, day))
    .map((one) => ({ subject: one.subject, name: one.name }));
}

/** The officers that the service knows, as they are read outside of commands. */
@Injectable()
export class OfficerRegister {
  async find(queries: Queries, subject: string): Promise<OfficerRow | undefined> {
    const [row] = await queries.query<OfficerRow>(officersWhere(sql`o.subject = ${subject}`));
    return row;
  }

  /** Whose tasks are an officer's to see to: their own, and those of whom they stand in for. */
  async heldFor(queries: Queries, subject: string, now: Temporal.Instant): Promise<string[]> {
    const rows = await queries.query<OfficerRow>(officersWhere(sql`o.deputy = ${subject}`));
    return [subject, ...awayFor(rows, subject, now).map((officer) => officer.subject)];
  }
}
