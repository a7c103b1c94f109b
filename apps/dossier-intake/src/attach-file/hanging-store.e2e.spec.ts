import { createServer, type Server, type Socket } from 'node:net';
import { eventually } from '@motcua/testing';
import { type Intake, pdf, startIntake, uploadOf } from '../testing/intake.fixture.js';

/** A store that accepts every connection, and never answers. */
async function hangingStore(): Promise<{ url: string; asked: () => number; end: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked: () => sockets.size,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

describe('a file store that hangs', () => {
  let intake: Intake;
  let store: Awaited<ReturnType<typeof hangingStore>>;
  beforeAll(async () => {
    store = await hangingStore();
    intake = await startIntake({
      environment: {
        MOTCUA_FILES: 's3://files',
        MOTCUA_S3_ENDPOINT: store.url,
        MOTCUA_S3_ACCESS_KEY: 'access-key',
        MOTCUA_S3_SECRET_KEY: 'secret-key-of-the-test-run',
        MOTCUA_DATABASE_POOL: '4',
      },
    });
  });
  afterAll(() => intake.stop());

  it('holds up its own uploads only: the dossier is changed and others are read meanwhile', async () => {
    const [hung, other] = [await intake.draft(intake.citizen, {}, []), await intake.draft(intake.citizen, {}, [])];
    const uploads = Array.from({ length: 8 }, () =>
      intake.citizen.post(`/intake/v1/dossiers/${hung.id}/files?component=BAN-VE`, uploadOf(pdf())),
    );
    await eventually(async () => store.asked() >= 8);
    expect((await intake.get(intake.citizen, other.id)).status).toBe('draft');
    const changed = await intake.citizen.patch(
      `/intake/v1/dossiers/${hung.id}`,
      { language: 'en' },
      { ifMatch: hung.etag },
    );
    expect([changed.status, changed.etag]).toEqual([200, '"2"']);
    // Other suites have databases of their own on this server; here a transaction may be open for a moment, and none stays.
    await eventually(async () => {
      const [row] = await intake.system.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE state = 'idle in transaction' AND application_name = 'motcua-intake' AND datname = current_database()`,
      );
      return row?.n === 0;
    });
    await store.end();
    expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 503));
    expect((await intake.get(intake.citizen, hung.id)).files).toEqual([]);
  }, 60_000);
});
