import type { ServiceDefinition } from '@motcua/platform';

const rows = (vocabulary: NonNullable<ServiceDefinition['history']>): string[] =>
  Object.entries(vocabulary).map(
    ([kind, actions]) => `| \`${kind}/{id}\` | ${actions.map((action) => `\`${action}\``).join(', ')} |`,
  );

/** What the histories of the services speak of: chained by hash, so a word that was written once stays. */
export const historyPage = (services: readonly ServiceDefinition[]): string => `# Words of the histories

Made by \`npm run docs\` from each service's \`persistence/history.ts\`; do not edit. A line of a history names its
aggregate (\`kind/id\`) and what happened to it (past tense). Lines are chained by a keyed hash, and those of a dossier and
its case are shown (\`GET /intake/v1/dossiers/{id}/history\`, \`GET /workflow/v1/cases/{dossierId}/history\`): a word that
was written once is never renamed, only joined by others.
${services
  .flatMap(({ app, history }) =>
    history === undefined
      ? []
      : [`\n## ${app}\n\n| Aggregate | What happens to one |\n| --- | --- |\n${rows(history).join('\n')}\n`],
  )
  .join('')}`;
