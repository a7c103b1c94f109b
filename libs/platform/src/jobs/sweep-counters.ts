import { Counter, Gauge, type Registry } from 'prom-client';
import type { SweepOutcome } from './run-sweep.js';

/** What `/metrics` shows of a service's sweeps. */
export class SweepCounters {
  private readonly rows: Counter;
  private readonly looked: Gauge;

  constructor(registry: Registry) {
    const registers = [registry];
    this.rows = new Counter({
      name: 'motcua_sweep_rows_total',
      help: 'Due rows that sweeps settled, or failed to settle; a failed one needs a person',
      labelNames: ['sweep', 'outcome'],
      registers,
    });
    this.looked = new Gauge({
      name: 'motcua_sweep_last_look_timestamp_seconds',
      help: 'When this process last looked for due rows to the end; sweeps look every minute, in one process of a service',
      labelNames: ['sweep'],
      registers,
    });
  }

  count(sweep: string, { settled, failed }: SweepOutcome): void {
    this.rows.inc({ sweep, outcome: 'settled' }, settled);
    this.rows.inc({ sweep, outcome: 'failed' }, failed);
    this.looked.set({ sweep }, Date.now() / 1000);
  }
}
