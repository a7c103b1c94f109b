import type { Database } from '../database/database.js';
import { EventGauges } from './event-gauges.js';
import { SweepCounters } from '../jobs/sweep-counters.js';
import { Metrics } from './metrics.js';

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

/** Every metric that a service has, without asking any for its value: for the page about them and for what uses them. */
export function describeMetrics(): DescribedMetric[] {
  const metrics = new Metrics('described', { process: true });
  const unused = {} as Database;
  metrics.observeEvents(new EventGauges(unused));
  metrics.observePool({} as never, 0);
  new SweepCounters(metrics.registry);
  return (metrics.registry.getMetricsAsArray() as unknown as Registered[])
    .map(({ name, help, labelNames, constructor }) => ({
      name,
      help,
      type: constructor.name.toLowerCase(),
      labels: ['service', ...(labelNames ?? [])],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
