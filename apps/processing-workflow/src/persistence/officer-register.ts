import { Injectable } from '@nestjs/common';
import { VIETNAM } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import type { Officer, RegisteredOfficer } from '@motcua/processing-domain';

export interface OfficerRow extends RegisteredOfficer {
  readonly version: number;
  readonly title: string;
  /** Subject of the officer who stands in while this one is away. */
  readonly deputy: string | null;
}

const COLUMNS = `subject, version, name, title, agencies, roles, absent_from AS "absentFrom", absent_until AS "absentUntil",
  deputy`;
const FIND = `SELECT ${COLUMNS} FROM officer WHERE subject = $1`;
// An officer who is not there yet has no row to lock.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('officer/' || $1, 0))`;
const KEEP = `
  INSERT INTO officer (subject, version, name, title, agencies, roles, absent_from, absent_until, deputy)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (subject) DO UPDATE SET version = $2, name = $3, title = $4, agencies = $5, roles = $6, absent_from = $7,
    absent_until = $8, deputy = $9`;
const AWAY = `
  SELECT subject, name FROM officer
  WHERE deputy = $1 AND absent_from <= $2::date AND (absent_until IS NULL OR $2::date < absent_until) ORDER BY subject`;

type Queries = Pick<Tx, 'query'>;

/** The officers that the service knows. */
@Injectable()
export class OfficerRegister {
  async find(queries: Queries, subject: string): Promise<OfficerRow | undefined> {
    const [row] = await queries.query<OfficerRow>(FIND, [subject]);
    return row;
  }

  /** Nobody else changes or registers this officer until the end of the transaction. */
  async lock(tx: Tx, subject: string): Promise<OfficerRow | undefined> {
    await tx.query(LOCK, [subject]);
    return this.find(tx, subject);
  }

  /** Who acts, by the name that the register, else the token, gives. */
  async named(queries: Queries, { subject, name }: Actor): Promise<Officer> {
    const registered = await this.find(queries, subject);
    return { subject, name: registered?.name ?? name ?? subject };
  }

  /** The officers who are away on this day and for whom this one stands in. */
  awayFor(queries: Queries, deputy: string, now: Temporal.Instant): Promise<Officer[]> {
    return queries.query<Officer>(AWAY, [deputy, now.toZonedDateTimeISO(VIETNAM).toPlainDate().toString()]);
  }

  /** Whose tasks are an officer's to see to: their own, and those of whom they stand in for. */
  async heldFor(queries: Queries, subject: string, now: Temporal.Instant): Promise<string[]> {
    return [subject, ...(await this.awayFor(queries, subject, now)).map((officer) => officer.subject)];
  }

  async keep(
    tx: Tx,
    { subject, version, name, title, agencies, roles, absentFrom, absentUntil, deputy }: OfficerRow,
  ): Promise<void> {
    await tx.query(KEEP, [subject, version, name, title, agencies, roles, absentFrom, absentUntil, deputy]);
  }
}
