import { DataSource } from 'typeorm';
import { ownerOf } from '../database/bootstrap.js';
import { installJobs } from './job-schema.js';
import { type MigrationClass, PLATFORM_MIGRATIONS } from '../database/platform-migrations.js';

export type { MigrationClass } from '../database/platform-migrations.js';

/** Brings a schema to the state that this code needs, as the schema's owner. Returns the names of what it ran. */
export async function migrate(
  adminUrl: string,
  schema: string,
  migrations: readonly MigrationClass[],
  { jobs = false }: { readonly jobs?: boolean } = {},
): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema,
    migrations: [...PLATFORM_MIGRATIONS, ...migrations],
    migrationsTableName: 'migration',
    poolSize: 1,
    extra: { options: `-c role=${ownerOf(schema)} -c search_path=${schema}` },
  });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    // History is append-only for the service too: its role may add lines and read them.
    await dataSource.query(`REVOKE UPDATE, DELETE ON history FROM motcua_${schema}`);
    await dataSource.query(`REVOKE DELETE ON history_witness FROM motcua_${schema}`);
    await dataSource.query(`REVOKE INSERT, UPDATE, DELETE ON migration, outbox_archive FROM motcua_${schema}`);
    if (jobs) await installJobs(adminUrl, schema);
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
