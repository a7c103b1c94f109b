import type { DescribedMetric } from '@motcua/platform';

const row = ({ name, type, labels, help }: DescribedMetric): string =>
  `| \`${name}\` | ${type} | ${labels.join(', ')} | ${help.replaceAll('|', '/')} |`;

const table = (metrics: readonly DescribedMetric[]): string =>
  ['| Metric | Type | Labels | Meaning |', '| --- | --- | --- | --- |', ...metrics.map(row)].join('\n');

/** Every metric of a service, as its registry has it. */
export const metricsPage = (metrics: readonly DescribedMetric[]): string => `# Metrics

Made by \`npm run docs\` from the registry; do not edit. Each service answers at \`/{service}/metrics\` in the format of
Prometheus. Rules that alert on them are in [deploy/prometheus/alerts.yaml](../deploy/prometheus/alerts.yaml), a dashboard
in [deploy/grafana/motcua.json](../deploy/grafana/motcua.json), and what to do for each alert in
[operations](operations.md).

## Ours

${table(metrics.filter(({ name }) => name.startsWith('motcua_')))}

## Of the process

By prom-client, of a service that runs as a process of its own.

${table(metrics.filter(({ name }) => !name.startsWith('motcua_')))}
`;
