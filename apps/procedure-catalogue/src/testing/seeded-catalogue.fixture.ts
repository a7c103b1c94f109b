import { type ApiClient, startTestSystem, type TestSystem } from '@motcua/testing';
import { catalogue } from '../catalogue.definition.js';

export interface SeededCatalogue {
  readonly system: TestSystem;
  readonly admin: ApiClient;
  readonly citizen: ApiClient;
  /** The data of the newest event of a type in the outbox. */
  lastEvent(type: string): Promise<Record<string, unknown> | undefined>;
  eventCount(): Promise<number>;
}

/** The catalogue alone, with the seed, on Monday 23 November 2026 at 8:00. */
export async function startSeededCatalogue(seed = true): Promise<SeededCatalogue> {
  const system = await startTestSystem([catalogue], {
    now: '2026-11-23T08:00:00+07:00',
    environment: { MOTCUA_SEED: String(seed) },
  });
  return {
    system,
    admin: await system.as({ sub: 'admin', roles: ['admin'] }),
    citizen: await system.as({ sub: 'citizen', roles: ['citizen'] }),
    lastEvent: async (type) => {
      const [row] = await system.sql<{ data: Record<string, unknown> }>(
        'SELECT data FROM catalogue.outbox WHERE type = $1 ORDER BY id DESC LIMIT 1',
        [type],
      );
      return row?.data;
    },
    eventCount: async () => {
      const [row] = await system.sql<{ n: number }>('SELECT count(*)::int AS n FROM catalogue.outbox');
      return row?.n ?? -1;
    },
  };
}
