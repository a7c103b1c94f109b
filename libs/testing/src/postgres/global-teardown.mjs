import pg from 'pg';

/** What this run copied its databases from: a server that was given lives on. */
async function dropTemplates(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `motcua_template_${process.env.MOTCUA_TEST_RUN}_`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

export default async function stopTestPostgres() {
  const url = process.env.MOTCUA_TEST_DATABASE_URL;
  // Projects share the server, and each of them calls this.
  if (!url) return;
  delete process.env.MOTCUA_TEST_DATABASE_URL;
  await dropTemplates(url);
  await globalThis.motcuaTestPostgres?.stop();
}
