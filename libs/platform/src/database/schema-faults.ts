import type { Database } from './database.js';
import { type MigrationClass, nameOfMigration, PLATFORM_MIGRATIONS } from './platform-migrations.js';

const UNDEFINED_TABLE = '42P01';

/**
 * In what the service's schema differs from what this release expects, with what to do.
 * @param mayBeNewer an operator has said that a later release's schema is welcome: migrations only expand
 */
export async function schemaFaults(
  database: Database,
  schema: string,
  migrations: readonly MigrationClass[],
  mayBeNewer: boolean,
): Promise<string[]> {
  const expected = [...PLATFORM_MIGRATIONS, ...migrations].map(nameOfMigration);
  const there = await appliedMigrations(database);
  if (!there) return [`the schema ${schema} has not been made: run "migrate"`];
  const missing = expected.filter((name) => !there.includes(name));
  const unknown = there.filter((name) => !expected.includes(name));
  return [
    ...(missing.length > 0
      ? [
          `the schema ${schema} is older than this release, it lacks ${missing.join(', ')}: run "migrate" of this release`,
        ]
      : []),
    ...(unknown.length > 0 && !mayBeNewer
      ? [
          `the schema ${schema} is newer than this release, which does not know ${unknown.join(', ')}: start the release ` +
            'that made it; or, to go back to this one, set MOTCUA_SCHEMA_MAY_BE_NEWER=true, since migrations only expand',
        ]
      : []),
  ];
}

async function appliedMigrations(database: Database): Promise<string[] | undefined> {
  try {
    const rows = await database.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
    return rows.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: unknown }).code === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}
