import { describeTransport, eventually, type TransportHarness } from '@motcua/testing';
import { pino } from 'pino';
import { createLogDatabase } from './local-log.fixture.js';
import { LocalTransport } from './local-transport.js';

const SILENT = pino({ level: process.env['MOTCUA_TEST_LOG'] ?? 'silent' });

async function localHarness(): Promise<TransportHarness> {
  const { url, admin, drop } = await createLogDatabase();
  return {
    connect: () => Promise.resolve(new LocalTransport(url, SILENT, { pollMs: 20 })),
    trim: async () => {
      await admin.query('DELETE FROM transport.log');
    },
    reset: async () => {
      await admin.query('TRUNCATE transport.topic, transport.log, transport.consumer_position');
    },
    stop: drop,
  };
}

describeTransport('local', localHarness);

describe('the local transport', () => {
  it('trims what is old when it starts, and says so when it cannot', async () => {
    const { url, admin, drop } = await createLogDatabase();
    await admin.query(`
      INSERT INTO transport.log (topic, "offset", key, headers, value, appended_at)
      SELECT 'motcua.note', n, 'n1', '{}', '{}', now() - interval '8 days' FROM generate_series(0, 9) AS n;
      INSERT INTO transport.consumer_position VALUES ('reader', 'motcua.note', 10)`);
    const lying = async (): Promise<number[]> =>
      (await admin.query<{ offset: number }>('SELECT "offset"::int FROM transport.log ORDER BY 1')).rows.map(
        ({ offset }) => offset,
      );
    const transport = new LocalTransport(url, SILENT);
    await eventually(async () => (await lying()).length === 1);
    expect(await lying()).toEqual([9]);
    await transport.close();

    const told: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) });
    await admin.query('ALTER TABLE transport.consumer_position RENAME TO gone');
    const refused = new LocalTransport(url, logger);
    await eventually(() => Promise.resolve(told.length > 0));
    expect(told.join('')).toContain('old messages could not be trimmed from the log');
    await refused.close();
    await drop();
  });
});
