import type { Database } from '../database/database.js';
import { EventGauges } from './event-gauges.js';
import { SweepCounters } from '../jobs/sweep-counters.js';
import { Metrics } from './metrics.js';

/** A gauge that a service registers itself. */
export interface OwnMetric {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

export interface DescribedMetric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly labels: readonly string[];
}

type Registered = {
  name: string;
  help: string;
  type?: string;
  labelNames?: readonly string[];
  constructor: { name: string };
};

/** Every metric that a service has, those of `own` too, without asking any for its value: for the page about them and for what uses them. */
export function describeMetrics(own: readonly OwnMetric[] = []): DescribedMetric[] {
  const metrics = new Metrics('described', { process: true });
  const unused = {} as Database;
  metrics.observeEvents(new EventGauges(unused));
  metrics.observePool({} as never, 0);
  new SweepCounters(metrics.registry);
  const common = (metrics.registry.getMetricsAsArray() as unknown as Registered[]).map(
    ({ name, help, labelNames, constructor }) => ({
      name,
      help,
      type: constructor.name.toLowerCase(),
      labels: ['service', ...(labelNames ?? [])],
    }),
  );
  const gauges = own.map(({ name, help, labels }) => ({ name, help, type: 'gauge', labels: ['service', ...labels] }));
  return [...common, ...gauges].sort((a, b) => (a.name < b.name ? -1 : 1));
}
