import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@motcua/platform';
import { DEFAULT_PREFERENCE, type Preference } from './preference.js';

interface PreferenceRow extends Preference {
  readonly version: number;
}

const COLUMNS = 'email, in_app AS "inApp", language, version';
const FIND = `SELECT ${COLUMNS} FROM preference WHERE person = $1`;
// The applicant's own wish goes before that of who submits for them.
const OF_PEOPLE = `
  SELECT ${COLUMNS} FROM preference WHERE person = ANY ($1) ORDER BY array_position($1::text[], person) LIMIT 1`;
/** Each person's wishes, by applicantRef where there is one, else by the subject of the token. */
@Injectable()
export class Preferences {
  constructor(private readonly database: Database) {}

  async find(person: string): Promise<PreferenceRow | undefined> {
    return (await this.database.query<PreferenceRow>(FIND, [person]))[0];
  }

  async of(tx: Tx, people: readonly string[]): Promise<Preference> {
    return (await tx.query<PreferenceRow>(OF_PEOPLE, [people]))[0] ?? DEFAULT_PREFERENCE;
  }
}
