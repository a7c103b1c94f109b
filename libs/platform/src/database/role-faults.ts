import { roleOf } from './bootstrap.js';
import type { Database } from './database.js';

interface Rights {
  readonly role: string;
  /** Attributes of the role that reach beyond one schema. */
  readonly attributes: string[];
  /** Roles whose rights it has as well. */
  readonly memberships: string[];
  readonly schemas: string[];
  readonly creates: boolean;
  /** What it may do to the history besides reading it and adding lines. */
  readonly rewrites: string[];
}

// Membership in what only shows statistics and settings harms nobody.
const RIGHTS = `
  SELECT r.rolname AS role,
    array_remove(ARRAY[
      CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
      CASE WHEN r.rolcreatedb THEN 'CREATEDB' END, CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
      CASE WHEN r.rolreplication THEN 'REPLICATION' END], NULL) AS attributes,
    ARRAY(SELECT m.rolname::text FROM pg_roles m
          WHERE m.oid <> r.oid AND pg_has_role(r.oid, m.oid, 'MEMBER')
            AND m.rolname NOT IN ('pg_monitor', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables')
          ORDER BY 1) AS memberships,
    ARRAY(SELECT n.nspname::text FROM pg_namespace n
          WHERE n.nspname <> ALL ($2) AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
            AND has_schema_privilege(r.oid, n.oid, 'USAGE') ORDER BY 1) AS schemas,
    EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = $1 AND has_schema_privilege(r.oid, n.oid, 'CREATE')) AS creates,
    ARRAY(SELECT p FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS p
          WHERE has_table_privilege(r.oid, to_regclass('history'), p)) AS rewrites
  FROM pg_roles r WHERE r.rolname = current_user`;

/**
 * What the role of the connection may do beyond its own rows, each with what to do about it.
 * @param beside further schemas that are the service's own
 */
export async function roleFaults(
  database: Database,
  schema: string,
  beside: readonly string[] = [],
): Promise<string[]> {
  const [rights] = await database.query<Rights>(RIGHTS, [schema, [schema, ...beside]]);
  return rights ? faultsOf(rights, schema) : [];
}

function faultsOf({ role, attributes, memberships, schemas, creates, rewrites }: Rights, schema: string): string[] {
  const who = `the role ${role} of MOTCUA_DATABASE_URL`;
  const instead = `connect as ${roleOf(schema)}, which "migrate" makes`;
  // A superuser may do all the rest as well.
  if (attributes.includes('SUPERUSER')) return [`${who} is a superuser: ${instead}, or ALTER ROLE ${role} NOSUPERUSER`];
  return [
    ...attributes.map((one) => `${who} has ${one}: ALTER ROLE ${role} NO${one}`),
    ...memberships.map((one) => `${who} has the rights of ${one}: REVOKE ${one} FROM ${role}, or ${instead}`),
    ...schemas.map((one) => `${who} may look into the schema ${one}: REVOKE ALL ON SCHEMA ${one} FROM ${role}`),
    ...(creates ? [`${who} may make tables in ${schema}: REVOKE CREATE ON SCHEMA ${schema} FROM ${role}`] : []),
    ...(rewrites.length > 0
      ? [`${who} may rewrite the history: REVOKE ${rewrites.join(', ')} ON ${schema}.history FROM ${role}`]
      : []),
  ];
}
