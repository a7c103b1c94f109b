import pg from 'pg';

export interface Row {
  readonly key: string;
  readonly row: string;
}

const PAGE = 2000;

/** One look at a service's schema: what is read through it is of one moment, whatever happens meanwhile. */
export class Snapshot {
  private cursors = 0;

  private constructor(private readonly client: pg.Client) {}

  static async of(url: string, schema: string): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: url });
    // Whoever asks next is told.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`SET search_path TO ${schema}; SET TimeZone TO 'UTC'`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return new Snapshot(client);
  }

  async query<Found extends object>(sql: string, values: unknown[] = []): Promise<Found[]> {
    return (await this.client.query(sql, values)).rows as Found[];
  }

  /** In the order of the keys, a page in memory at a time. */
  async *rows(sql: string): AsyncGenerator<Row> {
    const cursor = `rows_${++this.cursors}`;
    await this.client.query(`DECLARE ${cursor} CURSOR FOR SELECT * FROM (${sql}) AS r ORDER BY r.key COLLATE "C"`);
    for (;;) {
      const rows = await this.query<Row>(`FETCH ${PAGE} FROM ${cursor}`);
      yield* rows;
      if (rows.length < PAGE) break;
    }
    await this.client.query(`CLOSE ${cursor}`);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
