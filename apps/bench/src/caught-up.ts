import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

const UNPUBLISHED = `
  SELECT (SELECT count(*) FROM catalogue.outbox WHERE published_at IS NULL)::int
    + (SELECT count(*) FROM intake.outbox WHERE published_at IS NULL)::int AS behind`;
const UNREAD = `
  SELECT coalesce(sum(t.next_offset - coalesce(p.next_offset, 0)), 0)::int AS behind
  FROM transport.consumer_position p JOIN transport.topic t ON t.name = p.topic`;
const PATIENCE_SECONDS = 120;

/** Seconds until every event is published and, where all services run, worked on by all who listen. */
export async function caughtUp(admin: Client, everyService: boolean): Promise<number> {
  const began = performance.now();
  const behind = async (sql: string): Promise<boolean> =>
    (await admin.query<{ behind: number }>(sql)).rows[0]?.behind !== 0;
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if (!(await behind(UNPUBLISHED)) && !(everyService && (await behind(UNREAD)))) return seconds;
    if (seconds > PATIENCE_SECONDS) throw new Error(`events are still to be worked on after ${PATIENCE_SECONDS} s`);
    await pause(50);
  }
}

/** Until the seed has gone from the catalogue to every service. */
export async function seedArrived(admin: Client): Promise<void> {
  for (;;) {
    const { rows } = await admin.query<{ missing: number }>(
      `SELECT (SELECT count(*) FROM catalogue.agency) - least((SELECT count(*) FROM intake.agency_copy), (SELECT count(*) FROM workflow.agency_copy))
         + (SELECT count(*) FROM catalogue.outbox WHERE type = 'vn.motcua.procedure.version-announced.v1')
         - (SELECT count(*) FROM intake.procedure_version) AS missing`,
    );
    if (Number(rows[0]?.missing) === 0) break;
    await pause(50);
  }
  await caughtUp(admin, true);
}
