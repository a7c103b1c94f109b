import pg from 'pg';

export interface SchemaRoles {
  readonly schema: string;
  /** Runs the service: reads and writes rows of its own schema, nothing else. */
  readonly role: string;
  readonly password: string;
}

export const roleOf = (schema: string): string => `motcua_${schema}`;
export const ownerOf = (schema: string): string => `motcua_${schema}_owner`;

/**
 * Makes a schema with its owner (who migrates) and its service role (who works), and nothing that one of them could use
 * to read another schema. Run by an administrator; running it again changes nothing but the password.
 */
export async function bootstrapSchema(adminUrl: string, { schema, role, password }: SchemaRoles): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const [s, r, o] = [schema, role, ownerOf(schema)].map((name) => client.escapeIdentifier(name)) as [
    string,
    string,
    string,
  ];
  const literal = (text: string): string => client.escapeLiteral(text);
  try {
    await client.query('BEGIN');
    // Roles belong to the whole server: two processes that bootstrap at once would collide.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('motcua.bootstrap'))`);
    for (const [name, quoted] of [
      [role, r],
      [ownerOf(schema), o],
    ] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${quoted} NOLOGIN NOINHERIT`);
    }
    await client.query(
      `ALTER ROLE ${r} LOGIN PASSWORD ${literal(password)} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
    );
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = client.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC; REVOKE ALL ON SCHEMA public FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${r}, ${o}; GRANT ${o} TO CURRENT_USER`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${s} AUTHORIZATION ${o}; GRANT USAGE ON SCHEMA ${s} TO ${r}`);
    await client.query(`
      ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${r};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT USAGE ON SEQUENCES TO ${r};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${o} IN SCHEMA ${s} GRANT EXECUTE ON FUNCTIONS TO ${r};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${o} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
