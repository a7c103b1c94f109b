import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@motcua/testing';
import { loggedError } from './logged-error.js';

const PERSON = ['Nguyễn Thị Mẫu', '051199000017'];

describe('an error of the database, as it is logged', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    await client.query('CREATE TABLE person (name text UNIQUE, number text CHECK (length(number) = 9), age int)');
    await client.query('INSERT INTO person (name) VALUES ($1)', [PERSON[0]]);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const failure = async (text: string, values: unknown[]): Promise<Error> =>
    client.query(text, values).then(
      () => Promise.reject(new Error('the statement succeeded')),
      (error: unknown) => error as Error,
    );

  it.each([
    ['a check', '23514', 'INSERT INTO person (name, number) VALUES ($1, $2)', ['Khác', PERSON[1]]],
    ['a unique constraint', '23505', 'INSERT INTO person (name) VALUES ($1)', [PERSON[0]]],
    ['a number that is none', '22P02', 'INSERT INTO person (age) VALUES ($1::text::int)', [PERSON[0]]],
    ['JSON that is none', '22P02', 'SELECT $1::text::jsonb', [`{"name": ${PERSON[0]} ${PERSON[1]}}`]],
    ['a date that is none', '22007', 'SELECT $1::text::date', [PERSON[0]]],
  ])('says where it happened, and nothing that somebody entered: %s', async (_, code, text, values) => {
    const error = await failure(text, values);
    const shown = JSON.stringify(loggedError(new Error('not saved', { cause: error })));
    expect(JSON.parse(shown)).toMatchObject({ message: 'not saved', cause: { code, severity: 'ERROR' } });
    for (const part of PERSON) expect(shown).not.toContain(part);
  });

  it('keeps the constraint, the table and the stack of it', async () => {
    const error = await failure('INSERT INTO person (name) VALUES ($1)', [PERSON[0]]);
    expect(loggedError(error)).toMatchObject({
      constraint: 'person_name_key',
      table: 'person',
      stack: expect.stringContaining('duplicate key value') as string,
    });
  });
});
