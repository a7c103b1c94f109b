import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '@motcua/local-system';
import { describeMetrics } from '@motcua/platform';
import { parse } from 'yaml';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

const rules = (parse(read('deploy/prometheus/alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const { panels } = JSON.parse(read('deploy/grafana/motcua.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};
const operations = read('docs/operations.md');

const known = new Set(
  describeMetrics(SERVICES.flatMap(({ metrics = [] }) => metrics)).flatMap(({ name, type }) =>
    type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  ),
);
const used = (expression: string): string[] =>
  [...expression.matchAll(/\b(?:motcua|process|nodejs)_[a-z0-9_]+/g)].map(([name]) => name);
const unknown = (expression: string): string[] => used(expression).filter((name) => !known.has(name));

describe('what watches the system', () => {
  it('knows its metrics', () => {
    expect(known.size).toBeGreaterThan(30);
    expect(unknown('rate(motcua_invented_total[5m])')).toEqual(['motcua_invented_total']);
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s asks for metrics that exist', (_, { expr }) => {
    expect(unknown(expr)).toEqual([]);
    expect(expr).toMatch(/motcua_|up\{/);
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s says how urgent it is and what to do',
    (alert, rule) => {
      expect(['page', 'ticket']).toContain(rule.labels.severity);
      expect(rule.annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
      expect(operations).toContain(`\n### ${alert}\n`);
    },
  );

  it('alerts on what the promises rest on: parked keys, outbox, relay, consumers, connections, sweeps, the transport', () => {
    const watched = new Set(
      rules.flatMap(({ expr }) => used(expr)).map((name) => name.replace(/_(bucket|count)$/, '')),
    );
    expect([...watched]).toEqual(
      expect.arrayContaining([
        'motcua_inbox_held_up_keys',
        'motcua_outbox_oldest_unpublished_seconds',
        'motcua_relay_delay_seconds',
        'motcua_consumer_lag_events',
        'motcua_database_pool_connections',
        'motcua_sweep_last_look_timestamp_seconds',
        'motcua_transport_up',
      ]),
    );
  });

  it.each(panels.map(({ title, targets }) => [title, targets] as const))(
    'the panel "%s" shows what exists',
    (_, targets) => {
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.flatMap(({ expr }) => unknown(expr))).toEqual([]);
    },
  );
});
