import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@motcua/platform';
import { DEFAULT_PREFERENCE, type Preference } from './preference.js';

export interface PreferenceRow extends Preference {
  readonly version: number;
}

const COLUMNS = 'email, in_app AS "inApp", language, version';
const FIND = `SELECT ${COLUMNS} FROM preference WHERE person = $1`;
const LOCK = `${FIND} FOR UPDATE`;
// The applicant's own wish goes before that of who submits for them.
const OF_PEOPLE = `
  SELECT ${COLUMNS} FROM preference WHERE person = ANY ($1) ORDER BY array_position($1::text[], person) LIMIT 1`;
const SAVE = `
  INSERT INTO preference AS p (person, email, in_app, language, version) VALUES ($1, $2, $3, $4, 1)
  ON CONFLICT (person) DO UPDATE SET email = $2, in_app = $3, language = $4, version = p.version + 1
  WHERE p.version = $5
  RETURNING ${COLUMNS}`;

/** Each person's wishes, by applicantRef where there is one, else by the subject of the token. */
@Injectable()
export class Preferences {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(person: string): Promise<PreferenceRow | undefined> {
    return (await this.database.query<PreferenceRow>(FIND, [person]))[0];
  }

  async lock(tx: Tx, person: string): Promise<PreferenceRow | undefined> {
    return (await tx.query<PreferenceRow>(LOCK, [person]))[0];
  }

  /** Undefined when somebody else was faster. */
  async save(
    tx: Tx,
    person: string,
    { email, inApp, language }: Preference,
    seen: number | undefined,
  ): Promise<PreferenceRow | undefined> {
    return (await tx.query<PreferenceRow>(SAVE, [person, email, inApp, language, seen ?? 0]))[0];
  }

  async of(tx: Tx, people: readonly string[]): Promise<Preference> {
    return (await tx.query<PreferenceRow>(OF_PEOPLE, [people]))[0] ?? DEFAULT_PREFERENCE;
  }
}
