import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@motcua/testing';
import type { WireMessage } from '../wire/wire-message.js';
import { createLogDatabase, type LogDatabase } from './local-log.fixture.js';
import { LocalLog, type LocalLogOptions } from './local-log.js';
import { createTransportTables } from './transport-schema.js';

const HOUR = 3_600_000;
const message = (topic: string, key: string, value = '{}'): WireMessage => ({
  topic,
  key,
  headers: { ce_id: key },
  value,
});

describe('the local log', () => {
  let database: LogDatabase;
  const logs: LocalLog[] = [];
  const open = (options?: LocalLogOptions): LocalLog => {
    const log = new LocalLog(database.url, options);
    logs.push(log);
    return log;
  };

  beforeAll(async () => {
    database = await createLogDatabase();
  });
  afterEach(async () => {
    for (const log of logs.splice(0)) await log.close();
    await database.admin.query('TRUNCATE transport.topic, transport.log, transport.consumer_position');
  });
  afterAll(() => database.drop());

  it('numbers the messages of each topic from 0, in the order in which they were appended', async () => {
    const log = open();
    await log.append([message('b', 'k1'), message('a', 'k2'), message('b', 'k3', '{"tên":"Mẫu"}')]);
    await log.append([message('b', 'k4')]);
    expect(await log.read('b', 0, 10)).toEqual([
      { topic: 'b', offset: 0, key: 'k1', headers: { ce_id: 'k1' }, value: '{}' },
      { topic: 'b', offset: 1, key: 'k3', headers: { ce_id: 'k3' }, value: '{"tên":"Mẫu"}' },
      { topic: 'b', offset: 2, key: 'k4', headers: { ce_id: 'k4' }, value: '{}' },
    ]);
    expect((await log.read('a', 0, 10)).map(({ offset }) => offset)).toEqual([0]);
    expect((await log.read('b', 1, 1)).map(({ key }) => key)).toEqual(['k3']);
    await log.append([]);
  });

  it('trims what is old, was read by every group, and was superseded by a later message of its key', async () => {
    const log = open();
    await log.append([
      message('t', 'a', '1'),
      message('t', 'a', '2'),
      message('t', 'b', '3'),
      message('t', 'a', '4'),
      message('t', 'a', '5'),
    ]);
    await log.commitPositions('swift', new Map([['t', 5]]));
    await log.commitPositions('slow', new Map([['t', 1]]));
    const values = async (): Promise<string[]> => (await log.read('t', 0, 10)).map(({ value }) => value);
    await log.trim(7);
    expect(await values()).toEqual(['1', '2', '3', '4', '5']);
    await database.admin.query(`UPDATE transport.log SET appended_at = now() - interval '8 days' WHERE "offset" < 4`);
    await log.trim(7);
    expect(await values()).toEqual(['2', '3', '4', '5']);
    await log.commitPositions('slow', new Map([['t', 5]]));
    await log.trim(7);
    expect(await values()).toEqual(['3', '5']);
  });

  it('never shows a lower offset after a higher one, however many append at once', async () => {
    const [reader, ...writers] = [open(), open(), open(), open()];
    const seen: number[] = [];
    const reading = (async () => {
      while (seen.length < 300) {
        const messages = await reader.read('t', (seen.at(-1) ?? -1) + 1, 50);
        seen.push(...messages.map(({ offset }) => offset));
        await pause(1);
      }
    })();
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        writers[n % 3]!.append([message('t', `${n}a`), message('t', `${n}b`), message('t', `${n}c`)]),
      ),
    );
    await reading;
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  it('makes appenders to one topic wait for each other, so that the order of commits is the order of offsets', async () => {
    const log = open();
    const slow = await database.admin.connect();
    await slow.query('BEGIN');
    await slow.query(`INSERT INTO transport.topic VALUES ('t', 1)`);
    await slow.query(
      `INSERT INTO transport.log (topic, "offset", key, headers, value) VALUES ('t', 0, 'first', '{}', '{}')`,
    );
    const second = log.append([message('t', 'second')]);
    await log.append([message('other', 'k')]);
    expect(await log.read('t', 0, 10)).toEqual([]);
    await slow.query('COMMIT');
    slow.release();
    await second;
    expect((await log.read('t', 0, 10)).map(({ offset, key }) => [offset, key])).toEqual([
      [0, 'first'],
      [1, 'second'],
    ]);
  });

  it('remembers how far each group has read, and never goes back', async () => {
    const log = open();
    expect(await log.position('reader', 't')).toBe(0);
    await log.commitPositions('reader', new Map([['t', 7]]));
    await log.commitPositions('reader', new Map([['t', 3]]));
    await log.commitPositions('archive', new Map([['t', 2]]));
    expect([
      await log.position('reader', 't'),
      await log.position('archive', 't'),
      await log.position('reader', 'u'),
    ]).toEqual([7, 2, 0]);
  });

  it('wakes at once who waits in this process, and by its poll who waits in another', async () => {
    const [here, elsewhere, deaf] = [open({ pollMs: HOUR }), open({ pollMs: 5 }), open({ pollMs: HOUR })];
    const woken: string[] = [];
    here.onGrown('t', () => woken.push('here'));
    elsewhere.onGrown('t', () => woken.push('elsewhere'));
    deaf.onGrown('t', () => woken.push('deaf'));
    const unsubscribe = elsewhere.onGrown('t', () => woken.push('unsubscribed'));
    unsubscribe();
    elsewhere.onGrown('u', () => woken.push('another topic'));
    await here.append([message('t', 'k')]);
    expect(woken).toEqual(['here']);
    await eventually(() => Promise.resolve(woken.includes('elsewhere')));
    expect(woken).toEqual(['here', 'elsewhere']);
  });

  it('is made once, however often it is asked for', async () => {
    const log = open();
    await log.append([message('t', 'k')]);
    const { rows } = await database.admin.query<{ url: string }>(`SELECT current_database() AS url`);
    const adminUrl = new URL(process.env['MOTCUA_TEST_DATABASE_URL'] ?? '');
    adminUrl.pathname = `/${rows[0]?.url ?? ''}`;
    await createTransportTables(adminUrl.href, 'motcua_transport_owner');
    expect(await log.read('t', 0, 10)).toHaveLength(1);
  });

  it('says when its database cannot be reached', async () => {
    const nowhere = new URL(database.url);
    nowhere.port = '1';
    const log = new LocalLog(nowhere.href);
    await expect(log.check()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await log.close();
    await expect(open().check()).resolves.toBeUndefined();
  });
});
