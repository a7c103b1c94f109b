import type { Pool, PoolClient } from 'pg';
import { Database, type DatabaseOptions } from '@motcua/platform';

const refused = (): Error =>
  Object.assign(new Error('connect ECONNREFUSED (severed by the test)'), { code: 'ECONNREFUSED' });

/** A service's database whose line can be cut, as by an outage or by the death of the process. */
export class SeverableDatabase extends Database {
  private reconnect: Pool['connect'] | undefined;
  /** How many statements were sent, `BEGIN` and `COMMIT` included: each is a round trip. */
  statements = 0;

  constructor(
    options: DatabaseOptions,
    /** Ends the role's connections on the server, so that running transactions are rolled back. */
    private readonly endConnections: () => Promise<void>,
  ) {
    super(options);
  }

  override async connect(): Promise<void> {
    await super.connect();
    const counted = new WeakSet<PoolClient>();
    this.pool.on('acquire', (client) => {
      if (counted.has(client)) return;
      counted.add(client);
      const send = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        this.statements += 1;
        return send(...args);
      }) as typeof client.query;
    });
  }

  async sever(): Promise<void> {
    this.reconnect ??= this.pool.connect.bind(this.pool);
    this.pool.connect = ((callback?: (error: Error) => void) => {
      if (!callback) return Promise.reject(refused());
      process.nextTick(callback, refused());
      return undefined;
    }) as Pool['connect'];
    await this.endConnections();
  }

  restore(): void {
    if (this.reconnect) this.pool.connect = this.reconnect;
    this.reconnect = undefined;
  }
}
