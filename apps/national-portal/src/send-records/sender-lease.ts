import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@motcua/platform';
import { PortalConfig } from '../portal.config.js';

const NAME = 'sender';
const MARGIN_MS = 5_000;
// Database time alone decides.
const TAKE = `
  INSERT INTO sender_lease AS l (name, holder, lease_until) VALUES ($1, $2, clock_timestamp() + $3::int * interval '1 ms')
  ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until
  WHERE l.holder = excluded.holder OR l.lease_until <= clock_timestamp() OR $4
  RETURNING holder`;
const RELEASE = 'UPDATE sender_lease SET lease_until = clock_timestamp() WHERE name = $1 AND holder = $2';

/**
 * Of several processes of this service one sends, so that no dossier has two calls under way and no more are under way than the
 * portal was promised. The lease outlasts a call: what a dead process had under way has ended when another begins.
 */
@Injectable()
export class SenderLease {
  private readonly holder = randomUUID();
  private readonly leaseMs: number;
  private until = 0;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PortalConfig) config: PortalConfig,
  ) {
    this.leaseMs = config.timeoutMs + MARGIN_MS;
  }

  /** Renewed when a quarter of it is gone; false while another process holds it. */
  async hold(force = false): Promise<boolean> {
    if (!force && this.until - performance.now() > this.leaseMs * 0.75) return true;
    // Counted from before the statement, so that we let go of it no later than the database does.
    const until = performance.now() + this.leaseMs;
    const rows = await this.database.query(TAKE, [NAME, this.holder, this.leaseMs, force]);
    this.until = rows.length > 0 ? until : 0;
    return rows.length > 0;
  }

  /** Whether a call that begins now ends within the lease. */
  get covers(): boolean {
    return this.until - performance.now() > MARGIN_MS / 2;
  }

  async release(): Promise<void> {
    this.until = 0;
    await this.database.query(RELEASE, [NAME, this.holder]);
  }
}
