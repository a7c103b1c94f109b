import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/** What the service's connections to PostgreSQL are doing. */
export function poolMetrics(registry: Registry, pool: Pool, size: number): void {
  new Gauge({
    name: 'motcua_database_pool_connections',
    help: 'Connections to PostgreSQL by state, and how many may be (limit); work that waits for one is in waiting',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
      this.set({ state: 'limit' }, size);
    },
  });
}
