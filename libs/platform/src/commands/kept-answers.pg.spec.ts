import { randomUUID } from 'node:crypto';
import { fingerprintOf } from './commands.js';
import { CommandBench, type CommandProcess, keyed } from '../testing/command-bench.fixture.js';
import { WRITE_NOTE } from '../testing/write-note.fixture.js';
import { forgetAnswers } from '../database/forget-answers.js';

const NAME = 'Nguyễn Thị Mẫu';
const LASTING = { ...WRITE_NOTE, lasting: true };

describe('the answer that is kept for an idempotency key', () => {
  let bench: CommandBench;
  let one: CommandProcess;
  const write = (key: string, kind = WRITE_NOTE) => keyed(one, key, kind, { title: NAME, actor: 'clerk' });
  const age = (key: string, days: number) =>
    bench.beside.query('UPDATE idempotency SET created_at = now() - $2::int * interval $$1 day$$ WHERE key = $1', [
      key,
      days,
    ]);
  const kept = async (): Promise<string[]> =>
    (await bench.beside.query<{ key: string }>('SELECT key FROM idempotency ORDER BY key')).map(({ key }) => key);

  beforeAll(async () => {
    bench = await CommandBench.start();
    one = await bench.process();
  });
  afterEach(() => bench.beside.query('DELETE FROM idempotency'));
  afterAll(() => bench.stop());

  it('names nobody in the clear, and is given again as it was', async () => {
    const first = await write('key');
    const [row] = await bench.beside.query<{ text: string }>('SELECT i::text AS text FROM idempotency i');
    expect(row!.text).toContain('201');
    expect(row!.text).not.toContain('Mẫu');
    expect(row!.text).not.toContain(Buffer.from(NAME).toString('hex'));
    const again = await write('key');
    expect(again).toEqual({ ...first, headers: { ...first.headers, 'idempotent-replayed': 'true' } });
  });

  it('is forgotten after its days, and then the key is free', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    const first = await write(old);
    await write(young);
    await age(old, 31);
    await age(young, 29);
    expect(await forgetAnswers(one.database, 30)).toBe(1);
    expect(await kept()).toEqual([young]);
    expect((await write(old)).body.id).not.toBe(first.body.id);
  });

  it('of a submission loses its content only: the key has had its effect for good', async () => {
    const first = await write('submission', LASTING);
    await age('submission', 31);
    expect(await forgetAnswers(one.database, 30)).toBe(1);
    expect(await forgetAnswers(one.database, 30)).toBe(0);
    const notes = await bench.count('note');
    expect(await write('submission', LASTING)).toEqual({
      status: 201,
      headers: { ...first.headers, 'idempotent-replayed': 'true' },
      body: null,
    });
    expect(await bench.count('note')).toBe(notes);
  });

  it('that an older release has left in the clear is given again, and emptied in its time', async () => {
    await bench.beside.query(
      `INSERT INTO idempotency (client, key, fingerprint, status, headers, body, lasting, created_at)
       VALUES ('spec', 'old', $1, 201, '{"location":"/x"}', '{"title":"old"}', true, now() - interval '31 days')`,
      [fingerprintOf({ title: NAME, actor: 'clerk' })],
    );
    expect(await write('old')).toMatchObject({ status: 201, body: { title: 'old' } });
    expect(await forgetAnswers(one.database, 30)).toBe(1);
    expect(await bench.beside.query('SELECT body, headers FROM idempotency')).toEqual([
      { body: null, headers: { location: '/x' } },
    ]);
  });
});
