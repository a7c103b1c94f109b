import type { Database } from '../../database/database.js';

/** Which cluster a service's events have travelled through so far. */
export interface ClusterMemory {
  known(): Promise<string | undefined>;
  remember(id: string): Promise<void>;
}

/** Remembers it in the service's own schema, beside the outbox whose rows say that they were published there. */
export const clusterMemory = (database: Database): ClusterMemory => ({
  known: async () => (await database.query<{ id: string }>('SELECT id FROM known_cluster'))[0]?.id,
  remember: async (id) => {
    await database.query(
      'INSERT INTO known_cluster (id) VALUES ($1) ON CONFLICT (one) DO UPDATE SET id = excluded.id, since = now()',
      [id],
    );
  },
});
