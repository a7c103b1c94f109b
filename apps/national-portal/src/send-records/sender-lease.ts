import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@motcua/platform';
import { PortalConfig } from '../portal.config.js';

const NAME = 'sender';
const MARGIN_MS = 5_000;
// Database time alone decides.
const CREATE = `
  INSERT INTO sender_lease (name, holder, lease_until) VALUES ($1, $2, clock_timestamp()) ON CONFLICT (name) DO NOTHING`;
const LOOK = `
  SELECT holder, in_hand AS "inHand" FROM sender_lease
  WHERE name = $1 AND (holder = $2 OR lease_until <= clock_timestamp() OR $3) FOR UPDATE`;
const TAKE = `
  UPDATE sender_lease SET holder = $2, lease_until = clock_timestamp() + $3::int * interval '1 ms',
    in_hand = CASE WHEN holder = $2 THEN in_hand ELSE '{}' END
  WHERE name = $1`;
// What another process had in hand, and whether an insert or a change of it was taken, nobody can know.
const MARK = `
  UPDATE dossier SET there = CASE there WHEN 'no' THEN 'maybe' ELSE there END, sent_hash = NULL WHERE dossier_id = ANY ($1::uuid[])`;
const RELEASE =
  'UPDATE sender_lease SET lease_until = clock_timestamp(), in_hand = $3::uuid[] WHERE name = $1 AND holder = $2';

/**
 * Of several processes of this service one sends, so that no dossier has two calls under way and no more are under way than the
 * portal was promised. The lease outlasts a call: what a dead process had under way has ended when another begins.
 */
@Injectable()
export class SenderLease {
  readonly holder = randomUUID();
  private readonly leaseMs: number;
  private until = 0;
  private terms = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    config: PortalConfig,
  ) {
    this.leaseMs = config.timeoutMs + MARGIN_MS;
  }

  /** Renewed when a quarter of it is gone; false while another process holds it. */
  async hold(force = false): Promise<boolean> {
    if (!force && this.until - performance.now() > this.leaseMs * 0.75) return true;
    // Counted from before the statement, so that we let go of it no later than the database does.
    const until = performance.now() + this.leaseMs;
    const held = await this.unitOfWork.run(async (tx): Promise<'kept' | 'taken' | 'no'> => {
      await tx.query(CREATE, [NAME, this.holder]);
      const [lease] = await tx.query<{ holder: string; inHand: readonly string[] }>(LOOK, [NAME, this.holder, force]);
      if (!lease) return 'no';
      await tx.query(TAKE, [NAME, this.holder, this.leaseMs]);
      if (lease.holder === this.holder) return 'kept';
      if (lease.inHand.length > 0) await tx.query(MARK, [lease.inHand]);
      return 'taken';
    });
    this.until = held === 'no' ? 0 : until;
    if (held !== 'kept') this.terms += 1;
    return held !== 'no';
  }

  /** Counts how often it came or went: what was taken in hand in another term is somebody else's by now. */
  get term(): number {
    return this.terms;
  }

  /** Whether a call that begins now ends within the lease. */
  get covers(): boolean {
    return this.until - performance.now() > MARGIN_MS / 2;
  }

  /** @param inHand what is not written down yet: the next one must ask whether it was taken */
  async release(inHand: readonly string[]): Promise<void> {
    this.until = 0;
    await this.unitOfWork.run((tx) => tx.query(RELEASE, [NAME, this.holder, inHand]));
  }
}
