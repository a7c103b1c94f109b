import { type ApiClient, eventually, startTestSystem, type TestSystem } from '@motcua/testing';
import { NoteReaderController } from '../testing/note-reader.controller.fixture.js';
import { noteReader } from '../testing/note-reader.fixture.js';
import { NoteWrittenFixture } from '../testing/note-written.fixture.js';

const PARKED = '/reading/v1/parked-events';

describe('parked events over HTTP', () => {
  let system: TestSystem;
  let admin: ApiClient;

  const titles = async (): Promise<string[]> =>
    (await system.sql<{ title: string }>('SELECT title FROM reading.note ORDER BY id')).map(({ title }) => title);
  const history = (key: string) =>
    system.sql('SELECT actor, action, detail FROM reading.history WHERE aggregate = $1', [`inbox/motcua.note/${key}`]);
  const write = (key: string, ...written: string[]) =>
    written.reduce(
      (before, title) =>
        before.then(() => system.foreign.deliver(NoteWrittenFixture, key, { title })).then(() => undefined),
      Promise.resolve(),
    );

  /** The event of a key whose attempts are spent; an operator's afternoon is not waited for. */
  const parked = async (key: string, events: number): Promise<{ id: string }> => {
    await eventually(async () => {
      const [row] = await system.sql<{ n: number }>(
        'SELECT count(*)::int AS n FROM reading.inbox_parked WHERE key = $1',
        [key],
      );
      return row?.n === events;
    });
    return eventually(async () => {
      // Not parked by hand: an attempt under way would hold it as it was.
      await system.sql('UPDATE reading.inbox_attempt SET started = 4, finished = 4 WHERE key = $1 AND started < 4', [
        key,
      ]);
      await system.sql(
        `UPDATE reading.inbox_parked SET next_attempt_at = now() WHERE key = $1 AND state = 'retrying'`,
        [key],
      );
      const { items } = (await admin.get(PARKED)).body as { items: { id: string; key: string; state: string }[] };
      return items.find((one) => one.key === key && one.state === 'parked');
    });
  };

  beforeAll(async () => {
    system = await startTestSystem([noteReader('reading')]);
    admin = await system.as({ sub: 'operator-1', roles: ['admin'] });
  });
  afterEach(() => {
    NoteReaderController.unreadable = 'unreadable';
  });
  afterAll(() => system.stop());

  it('are listed with why, and tried again in the order of their key; the history says who wanted it', async () => {
    await write('n1', 'unreadable', 'second of n1');
    const { id } = await parked('n1', 2);
    const { body } = await admin.get(PARKED);
    expect(body.items).toEqual([
      expect.objectContaining({
        id,
        key: 'n1',
        sequence: 1,
        state: 'parked',
        events: 2,
        reason: 'Error: cannot read that',
      }),
    ]);
    expect((await admin.get('/reading/metrics')).text).toMatch(
      /motcua_inbox_held_up_keys\{[^}]*state="parked"[^}]*\} 1/,
    );

    NoteReaderController.unreadable = 'mended';
    expect(await admin.post(`${PARKED}/${id}/retry`, {})).toMatchObject({ status: 200, body: { id, sequence: 1 } });
    await eventually(async () => (await titles()).includes('second of n1'));
    expect(await titles()).toEqual(['unreadable', 'second of n1']);
    expect(await history('n1')).toEqual([
      { actor: 'operator-1', action: 'eventRetried', detail: { sequence: 1, type: NoteWrittenFixture.type } },
    ]);
    expect((await admin.get(PARKED)).body.items).toEqual([]);
  });

  it('are given up with a reason only, which is kept, and their followers go on', async () => {
    await write('n2', 'unreadable', 'second of n2');
    const { id } = await parked('n2', 2);
    const path = `${PARKED}/${id}/discard`;
    expect(await admin.post(path, {})).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/reason' })]) },
    });
    expect(await admin.post(path, { reason: 'x' }, { idempotencyKey: null })).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY.KEY_REQUIRED' },
    });
    expect(await history('n2')).toEqual([]);

    const idempotencyKey = '5f0f0f7e-0000-4000-8000-000000000001';
    const given = { reason: 'sent by mistake' };
    expect(await admin.post(path, given, { idempotencyKey })).toMatchObject({ status: 200, body: { id } });
    await eventually(async () => (await titles()).includes('second of n2'));
    // The same decision again has the same answer and is written down once.
    expect(await admin.post(path, given, { idempotencyKey })).toMatchObject({ status: 200, body: { id } });
    expect(await history('n2')).toEqual([
      {
        actor: 'operator-1',
        action: 'eventDiscarded',
        detail: { sequence: 1, type: NoteWrittenFixture.type, reason: 'sent by mistake' },
      },
    ]);
  });
});
