import pg from 'pg';

interface SchemaRoles {
  readonly schema: string;
  /** Runs the service: reads and writes rows of its own schema, nothing else. */
  readonly role: string;
}

export const roleOf = (schema: string): string => `motcua_${schema}`;
export const ownerOf = (schema: string): string => `motcua_${schema}_owner`;

const quoted = (name: string): string => pg.escapeIdentifier(name);
const makeRole = (name: string): string => `
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${pg.escapeLiteral(name)}) THEN
      CREATE ROLE ${quoted(name)} NOLOGIN NOINHERIT;
    END IF;`;

/**
 * What makes a schema with its owner (who migrates) and its service role (who works), and nothing that one of them could
 * use to read another schema. For an administrator; run again it changes nothing. The password is not in it.
 */
export function bootstrapSql({ schema, role }: SchemaRoles): string {
  const [s, r, o] = [quoted(schema), quoted(role), quoted(ownerOf(schema))];
  return `
  -- Roles belong to the whole server: two that bootstrap at once would collide.
  SELECT pg_advisory_xact_lock(hashtext('motcua.bootstrap'));
  DO $$ BEGIN${makeRole(role)}${makeRole(ownerOf(schema))}
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${r}, ${o}', current_database());
  END $$;
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  ALTER ROLE ${r} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  GRANT ${o} TO CURRENT_USER;
  CREATE SCHEMA IF NOT EXISTS ${s} AUTHORIZATION ${o};
  GRANT USAGE ON SCHEMA ${s} TO ${r};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${r};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT USAGE ON SEQUENCES TO ${r};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT EXECUTE ON FUNCTIONS TO ${r};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${o} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;`;
}

/** Runs {@link bootstrapSql} and sets the service role's password; run again it changes nothing but the password. */
export async function bootstrapSchema(
  adminUrl: string,
  { password, ...roles }: SchemaRoles & { readonly password: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`BEGIN;${bootstrapSql(roles)}
      ALTER ROLE ${quoted(roles.role)} PASSWORD ${client.escapeLiteral(password)}; COMMIT`);
  } finally {
    await client.end();
  }
}
