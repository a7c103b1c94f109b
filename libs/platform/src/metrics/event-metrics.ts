import { Gauge, type Registry } from 'prom-client';
import type { EventGauges } from './event-gauges.js';

const nowSeconds = (): number => Date.now() / 1000;

/** Outbox, inbox and transport of one service, as they are when they are asked. */
export function eventMetrics(registry: Registry, gauges: EventGauges): void {
  const registers = [registry];
  const unpublished = new Gauge({
    name: 'motcua_outbox_unpublished_events',
    help: 'Committed events not yet published',
    registers,
  });
  const oldest = new Gauge({
    name: 'motcua_outbox_oldest_unpublished_timestamp_seconds',
    help: 'When the oldest event was committed that is not yet published; now, where there is none',
    registers,
  });
  const refused = new Gauge({
    name: 'motcua_outbox_refused_keys',
    help: 'Aggregates whose events wait because the broker refuses the first of them; needs a person',
    registers,
  });
  new Gauge({
    name: 'motcua_outbox_oldest_unpublished_seconds',
    help: 'Age of the oldest committed event that is not yet published',
    registers,
    async collect() {
      const backlog = await gauges.outbox();
      unpublished.set(backlog.unpublished);
      refused.set(backlog.refusedKeys);
      oldest.set(nowSeconds() - backlog.oldestSeconds);
      this.set(backlog.oldestSeconds);
    },
  });
  const oldestKept = new Gauge({
    name: 'motcua_inbox_oldest_kept_seconds',
    help: 'Age of the oldest event that lies in the inbox instead of being applied',
    registers,
  });
  new Gauge({
    name: 'motcua_inbox_held_up_keys',
    help: 'Aggregates whose events are held up; parked and gap need a person',
    labelNames: ['state'],
    registers,
    async collect() {
      const [keys, age] = await Promise.all([gauges.heldUpKeys(), gauges.oldestHeldSeconds()]);
      for (const [state, count] of Object.entries(keys)) this.set({ state }, count);
      oldestKept.set(age);
    },
  });
  const up = new Gauge({ name: 'motcua_transport_up', help: '1 where the event transport answers, else 0', registers });
  new Gauge({
    name: 'motcua_consumer_lag_events',
    help: 'Messages of a topic that the service has not worked on yet; absent while the transport does not answer',
    labelNames: ['topic'],
    registers,
    async collect() {
      // What is not known is not told: an old figure would look like a quiet one.
      this.reset();
      const lags = await gauges.lag();
      up.set(lags ? 1 : 0);
      for (const [topic, lag] of lags ?? []) this.set({ topic }, lag);
    },
  });
}
