import { Injectable } from '@nestjs/common';
import { VIETNAM } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import type { Officer, RegisteredOfficer, SigningRight } from '@motcua/processing-domain';

export interface OfficerRow extends RegisteredOfficer {
  readonly version: number;
  readonly title: string;
  /** Subject of the officer who stands in while this one is away. */
  readonly deputy: string | null;
  readonly signing: readonly SigningRight[];
}

const COLUMNS = `subject, version, name, title, agencies, roles, absent_from AS "absentFrom", absent_until AS "absentUntil",
  deputy, signing`;
const FIND = `SELECT ${COLUMNS} FROM officer WHERE subject = $1`;
// An officer who is not there yet has no row to lock.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('officer/' || $1, 0))`;
const SAVE = `
  INSERT INTO officer (subject, version, name, title, agencies, roles, absent_from, absent_until, deputy, signing)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (subject) DO UPDATE SET version = $2, name = $3, title = $4, agencies = $5, roles = $6, absent_from = $7,
    absent_until = $8, deputy = $9, signing = $10`;
const AWAY = `
  SELECT subject, name FROM officer
  WHERE deputy = $1 AND absent_from <= $2::date AND (absent_until IS NULL OR $2::date < absent_until) ORDER BY subject`;
// Enough to name who may sign instead.
const SIGNATORIES = `
  SELECT ${COLUMNS} FROM officer WHERE signing @> jsonb_build_array(jsonb_build_object('agency', $1::text))
  ORDER BY subject LIMIT 50`;

type Queries = Pick<Tx, 'query'>;

/** The officers that the service knows. */
@Injectable()
export class OfficerRegister {
  async find(queries: Queries, subject: string): Promise<OfficerRow | undefined> {
    const [row] = await queries.query<OfficerRow>(FIND, [subject]);
    return row;
  }

  /** Officers who may sign for an agency, all or some of its results. */
  signatories(queries: Queries, agency: string): Promise<OfficerRow[]> {
    return queries.query<OfficerRow>(SIGNATORIES, [agency]);
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

  async save(
    tx: Tx,
    { subject, version, name, title, agencies, roles, absentFrom, absentUntil, deputy, signing }: OfficerRow,
  ): Promise<void> {
    await tx.query(SAVE, [
      subject,
      version,
      name,
      title,
      agencies,
      roles,
      absentFrom,
      absentUntil,
      deputy,
      JSON.stringify(signing),
    ]);
  }
}
