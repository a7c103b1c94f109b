import { createTestDatabase, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import { bootstrapSchema, roleOf } from './bootstrap.js';
import { Database } from './database.js';
import { migrate } from '../jobs/migrate.js';
import { rowTable } from './row-table.js';
import { sql } from './sql.js';

interface Card {
  readonly shelf: string;
  readonly number: number;
  readonly title: string;
  readonly subtitle: string | null;
  readonly readAt: Temporal.Instant | null;
  readonly tags: readonly string[];
  readonly notes: Readonly<Record<string, unknown>> | null;
  readonly cover: Buffer;
  readonly madeBy: string;
  readonly serial: number;
}

const CARDS = rowTable<Card>('card', {
  shelf: 'key',
  number: 'key',
  title: 'plain',
  subtitle: 'plain',
  readAt: 'plain',
  tags: 'plain',
  notes: 'plain',
  cover: 'plain',
  madeBy: 'fixed',
  serial: 'given',
});

const cards: new () => {
  name: string;
  up: (runner: { query: (text: string) => Promise<unknown> }) => Promise<void>;
  down: () => Promise<void>;
} = class Cards1700000000100 {
  readonly name = 'Cards1700000000100';
  async up(runner: { query: (text: string) => Promise<unknown> }): Promise<void> {
    await runner.query(`
        CREATE TABLE card (shelf text, number int, title text NOT NULL, subtitle text, read_at timestamptz,
          tags text[] NOT NULL, notes jsonb, cover bytea NOT NULL, made_by text NOT NULL,
          serial bigint GENERATED ALWAYS AS IDENTITY, added_later int DEFAULT 4, PRIMARY KEY (shelf, number))`);
  }
  async down(): Promise<void> {}
};

describe('the table of a row', () => {
  let test: TestDatabase;
  let database: Database;
  const card = (number: number): Card => ({
    shelf: 'a',
    number,
    title: `Thẻ "${number}" {x} \\ $1`,
    subtitle: null,
    readAt: Temporal.Instant.from('2026-11-25T01:10:00.123456Z'),
    tags: ['một', 'hai, ba', '"', ''],
    notes: { nested: { list: [1, null, 'x'] }, text: 'null' },
    cover: Buffer.from([0, 255, 10]),
    madeBy: 'clerk',
    serial: 0,
  });
  const stored = async (): Promise<Card[]> =>
    database.query<Card>(sql`SELECT ${CARDS.columns('c')} FROM card c ORDER BY shelf, number`);
  const plain = ({ readAt, ...rest }: Card) => ({ ...rest, readAt: readAt?.toString() ?? null });

  beforeAll(async () => {
    test = await createTestDatabase();
    await bootstrapSchema(test.adminUrl, { schema: 'cards', role: roleOf('cards'), password: TEST_PASSWORD });
    await migrate(test.adminUrl, 'cards', [cards]);
    database = new Database({ url: test.urlFor(roleOf('cards'), TEST_PASSWORD), schema: 'cards', poolSize: 1 });
    await database.connect();
  });
  afterEach(() => database.query('DELETE FROM card'));
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('stores every field of many rows in one statement, and reads them back as they were', async () => {
    await CARDS.save(
      database,
      [3, 1, 2].map((number) => ({ before: null, after: card(number) })),
    );
    const read = await stored();
    expect(read.map(plain)).toEqual(
      [1, 2, 3].map((number, index) => ({ ...plain(card(number)), serial: read[index]!.serial })),
    );
    expect(new Set(read.map(({ serial }) => serial)).size).toBe(3);
    // A column that this release does not know has its default.
    expect(await database.query('SELECT DISTINCT added_later FROM card')).toEqual([{ added_later: 4 }]);
  });

  it('writes what changed, null as well, and neither who made a row nor any other row', async () => {
    await CARDS.save(
      database,
      [1, 2, 3].map((number) => ({ before: null, after: card(number) })),
    );
    const [first, second, third] = (await stored()) as [Card, Card, Card];
    await database.query(`UPDATE card SET subtitle = 'of another' WHERE number = 2`);
    await CARDS.save(database, [
      { before: first, after: { ...first, title: 'one', readAt: null, notes: null, madeBy: 'thief' } },
      { before: second, after: { ...second, title: 'two', readAt: null, notes: null } },
      { before: third, after: { ...third } },
    ]);
    expect((await stored()).map(plain)).toEqual([
      plain({ ...first, title: 'one', readAt: null, notes: null }),
      plain({ ...second, title: 'two', readAt: null, notes: null, subtitle: 'of another' }),
      plain(third),
    ]);
  });

  it('makes one statement of all rows that changed alike', () => {
    const [a, b, c] = [card(1), card(2), card(3)];
    const statements = CARDS.update([
      { before: a, after: { ...a, title: 'x' } },
      { before: b, after: { ...b, title: 'y' } },
      { before: c, after: { ...c, tags: [] } },
    ]);
    expect(statements.map(({ text }) => text)).toEqual([
      'UPDATE card AS t SET title = r.title FROM jsonb_populate_recordset(NULL::card, $1::jsonb) AS r WHERE t.shelf = r.shelf AND t.number = r.number',
      'UPDATE card AS t SET tags = r.tags FROM jsonb_populate_recordset(NULL::card, $1::jsonb) AS r WHERE t.shelf = r.shelf AND t.number = r.number',
    ]);
  });

  it('does not compile without one of the fields, or with one that is none', () => {
    // @ts-expect-error `version` is missing
    rowTable<{ id: string; version: number }>('x', { id: 'key' });
    // @ts-expect-error `colour` is no field
    rowTable<{ id: string }>('x', { id: 'key', colour: 'plain' });
    expect.assertions(0);
  });
});
