import pg from 'pg';

/** The schema of the local log: apart from every service's, with a role of its own. */
export const TRANSPORT_SCHEMA = 'transport';

/** Tables of the local log. Run by the schema's owner; running it again changes nothing. */
const TRANSPORT_TABLES = `
  CREATE TABLE IF NOT EXISTS topic (name text PRIMARY KEY, next_offset bigint NOT NULL);
  CREATE TABLE IF NOT EXISTS log (
    topic text NOT NULL, "offset" bigint NOT NULL,
    key text NOT NULL, headers jsonb NOT NULL, value text NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, "offset")
  );
  CREATE TABLE IF NOT EXISTS consumer_position (
    consumer_group text NOT NULL, topic text NOT NULL, next_offset bigint NOT NULL, PRIMARY KEY (consumer_group, topic)
  );`;

/** Makes the tables of the local log in its schema, which {@link bootstrapSchema} has made, as the schema's owner. */
export async function createTransportTables(adminUrl: string, owner: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      `SET ROLE ${client.escapeIdentifier(owner)}; SET search_path = ${TRANSPORT_SCHEMA}; ${TRANSPORT_TABLES}`,
    );
  } finally {
    await client.end();
  }
}
