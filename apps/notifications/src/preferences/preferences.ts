import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@motcua/platform';
import type { Preference } from './preference.js';

interface PreferenceRow extends Preference {
  readonly version: number;
}

const COLUMNS = 'email, in_app AS "inApp", language, version';
const FIND = `SELECT ${COLUMNS} FROM preference WHERE person = $1`;
const OF_PEOPLE = `SELECT person, ${COLUMNS} FROM preference WHERE person = ANY ($1)`;

/** Each person's wishes, by applicantRef where there is one, else by the subject of the token. */
@Injectable()
export class Preferences {
  constructor(private readonly database: Database) {}

  async find(person: string): Promise<PreferenceRow | undefined> {
    return (await this.database.query<PreferenceRow>(FIND, [person]))[0];
  }

  /** Of those who have said something. */
  async of(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, Preference>> {
    const rows = await tx.query<PreferenceRow & { person: string }>(OF_PEOPLE, [people]);
    return new Map(rows.map(({ person, ...preference }) => [person, preference]));
  }
}
