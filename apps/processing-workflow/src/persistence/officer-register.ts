import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '@motcua/platform';
import type { Officer, RegisteredOfficer } from '@motcua/processing-domain';

export interface OfficerRow extends RegisteredOfficer {
  readonly version: number;
  readonly title: string;
}

const COLUMNS = `subject, version, name, title, agencies, roles, absent_from AS "absentFrom", absent_until AS "absentUntil"`;
const FIND = `SELECT ${COLUMNS} FROM officer WHERE subject = $1`;
// An officer who is not there yet has no row to lock.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('officer/' || $1, 0))`;
const KEEP = `
  INSERT INTO officer (subject, version, name, title, agencies, roles, absent_from, absent_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (subject) DO UPDATE SET version = $2, name = $3, title = $4, agencies = $5, roles = $6, absent_from = $7,
    absent_until = $8`;

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

  async keep(
    tx: Tx,
    { subject, version, name, title, agencies, roles, absentFrom, absentUntil }: OfficerRow,
  ): Promise<void> {
    await tx.query(KEEP, [subject, version, name, title, agencies, roles, absentFrom, absentUntil]);
  }
}
