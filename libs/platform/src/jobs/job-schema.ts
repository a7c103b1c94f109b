import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { ownerOf, roleOf } from '../database/bootstrap.js';

const LAYOUT = /\.version\(version\) VALUES \('(\d+)'\)/.exec(getConstructionPlans('any'))?.[1];
if (LAYOUT === undefined) throw new Error('pg-boss does not say which layout of its tables it makes');

/**
 * Where a service's jobs are: beside its own schema, with the number of pg-boss's layout in its name. A release with another
 * layout makes a schema of its own, so that the release before it goes on working; jobs only wake, and none needs to move.
 */
export const jobSchemaOf = (service: string): string => `${service}_jobs_${LAYOUT}`;

/** What an administrator runs so that the owner may make the tables there. */
export const jobSchemaSql = (service: string): string => `
  CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(jobSchemaOf(service))} AUTHORIZATION ${pg.escapeIdentifier(ownerOf(service))};`;

/**
 * Makes the schema of a service's jobs as the service's owner. The service's role may read and write rows there and change
 * no table. Run by an administrator, or by the owner once the schema is there; running it again changes nothing.
 */
export async function installJobs(adminUrl: string, service: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const [schema, owner, role] = [jobSchemaOf(service), ownerOf(service), roleOf(service)].map((name) =>
    client.escapeIdentifier(name),
  ) as [string, string, string];
  try {
    const { rows: made } = await client.query<{ made: boolean }>(`SELECT to_regnamespace($1) IS NOT NULL AS made`, [
      schema,
    ]);
    // Even IF NOT EXISTS wants the right to create one.
    if (made[0]?.made !== true) await client.query(jobSchemaSql(service));
    await client.query(`SET ROLE ${owner}`);
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
      `${schema}.version`,
    ]);
    if (rows[0]?.there !== true)
      await client.query(getConstructionPlans(jobSchemaOf(service), { createSchema: false }));
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON ${schema}.version FROM ${role}`);
    // Beside the layout's number that row says when the schedule was last looked at, which whoever looks writes down.
    const { rows: stamps } = await client.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'version'`,
      [`${schema}.version`],
    );
    await client.query(`GRANT UPDATE (${stamps.map(({ name }) => name).join(', ')}) ON ${schema}.version TO ${role}`);
  } finally {
    await client.end();
  }
}
