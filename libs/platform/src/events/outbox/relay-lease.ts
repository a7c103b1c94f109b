import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';

const NAME = 'outbox';

const RELEASE = `UPDATE relay_lease SET lease_until = clock_timestamp() WHERE name = $1 AND holder = $2 AND epoch = $3`;

/** Of several processes of one service, one relays. */
export class RelayLease {
  private readonly holder = randomUUID();
  private current: { readonly epoch: number; readonly until: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly leaseMs: number,
  ) {}

  /**
   * The epoch under which this relay may work, renewed when half of the lease is gone; undefined while another holds it.
   * @param force take it from whoever holds it
   */
  async hold(force = false): Promise<number | undefined> {
    if (this.current && !force && this.current.until - performance.now() > this.leaseMs / 2) return this.current.epoch;
    // Counted from before the statement, so that we let go of the lease no later than the database does.
    const until = performance.now() + this.leaseMs;
    // Database time alone decides. The epoch grows with every change of holder: what an earlier holder still tries is refused.
    const [row] = await this.database.query<{ epoch: number }>(sql`
      INSERT INTO relay_lease AS l (name, holder, epoch, lease_until)
      VALUES (${NAME}, ${this.holder}, 1, clock_timestamp() + ${this.leaseMs}::int * interval '1 ms')
      ON CONFLICT (name) DO UPDATE SET
        holder = excluded.holder,
        epoch = l.epoch + CASE WHEN l.holder = excluded.holder AND l.lease_until > clock_timestamp() THEN 0 ELSE 1 END,
        lease_until = excluded.lease_until
      WHERE l.holder = excluded.holder OR l.lease_until <= clock_timestamp() OR ${force}
      RETURNING epoch`);
    this.current = row && { epoch: row.epoch, until };
    return row?.epoch;
  }

  /** The epoch under which this relay works; undefined when it holds no lease. */
  get epoch(): number | undefined {
    return this.current?.epoch;
  }

  /** False when this relay was silent for so long that another may have taken over. */
  isValid(): boolean {
    return this.current !== undefined && performance.now() < this.current.until;
  }

  /** After a refused statement: someone else holds a newer epoch. */
  lost(): void {
    this.current = undefined;
  }

  /** Lets another relay begin at once. */
  async release(): Promise<void> {
    if (this.current) await this.database.query(RELEASE, [NAME, this.holder, this.current.epoch]);
    this.current = undefined;
  }
}
