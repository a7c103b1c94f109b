import { Gauge, type Registry } from 'prom-client';
import type { EventGauges } from './event-gauges.js';

const nowSeconds = (): number => Date.now() / 1000;

/** One look for all gauges of a scrape: they are collected side by side, and each waits for what it shows. */
function together<T>(look: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => (pending ??= look().finally(() => (pending = undefined)));
}

/** Outbox, inbox and transport of one service, as they are when they are asked. */
export function eventMetrics(registry: Registry, gauges: EventGauges): void {
  const registers = [registry];
  const shown = (name: string, help: string, read: () => Promise<number>): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  const outbox = together(() => gauges.outbox());
  const lags = together(() => gauges.lag());
  shown(
    'motcua_outbox_unpublished_events',
    'Committed events not yet published',
    async () => (await outbox()).unpublished,
  );
  shown(
    'motcua_outbox_oldest_unpublished_timestamp_seconds',
    'When the oldest event was committed that is not yet published; now, where there is none',
    async () => nowSeconds() - (await outbox()).oldestSeconds,
  );
  shown(
    'motcua_outbox_refused_keys',
    'Aggregates whose events wait because the broker refuses the first of them; needs a person',
    async () => (await outbox()).refusedKeys,
  );
  shown(
    'motcua_outbox_oldest_unpublished_seconds',
    'Age of the oldest committed event that is not yet published',
    async () => (await outbox()).oldestSeconds,
  );
  shown(
    'motcua_inbox_oldest_kept_seconds',
    'Age of the oldest event that lies in the inbox instead of being applied',
    () => gauges.oldestHeldSeconds(),
  );
  new Gauge({
    name: 'motcua_inbox_held_up_keys',
    help: 'Aggregates whose events are held up; parked and gap need a person',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await gauges.heldUpKeys())) this.set({ state }, count);
    },
  });
  shown('motcua_transport_up', '1 where the event transport answers, else 0', async () => ((await lags()) ? 1 : 0));
  new Gauge({
    name: 'motcua_consumer_lag_events',
    help: 'Messages of a topic that the service has not worked on yet; absent while the transport does not answer',
    labelNames: ['topic'],
    registers,
    async collect() {
      // What is not known is not told: an old figure would look like a quiet one.
      this.reset();
      for (const [topic, lag] of (await lags()) ?? []) this.set({ topic }, lag);
    },
  });
}
