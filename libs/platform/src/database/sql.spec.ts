import { sql } from './sql.js';

describe('a statement', () => {
  it('has its values in the places where they stand', () => {
    const statement = sql`SELECT * FROM note WHERE id = ${7} AND title = ${"x'; DROP TABLE note"}`;
    expect(statement.text).toBe('SELECT * FROM note WHERE id = $1 AND title = $2');
    expect(statement.values).toEqual([7, "x'; DROP TABLE note"]);
  });

  it('counts on through the parts that it is composed of', () => {
    const lock = sql`FOR UPDATE ${sql.empty}`;
    const where = sql`a = ${1} AND (${sql.join([sql`b = ${2}`, sql`c = ${3}`], ' OR ')})`;
    const statement = sql`SELECT ${sql.raw('d.id')} FROM d WHERE ${where} AND e = ${[4, 5]} ${lock}`;
    expect(statement.text).toBe('SELECT d.id FROM d WHERE a = $1 AND (b = $2 OR c = $3) AND e = $4 FOR UPDATE ');
    expect(statement.values).toEqual([1, 2, 3, [4, 5]]);
  });

  it('joins one part as it is, and none to nothing', () => {
    expect(sql.join([sql`a = ${1}`]).text).toBe('a = $1');
    expect(sql.join([]).text).toBe('');
  });
});
