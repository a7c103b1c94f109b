import { GatewayConfig } from '@motcua/gateway';
import {
  AloneConfig,
  environmentNames,
  KafkaConfig,
  PlatformConfig,
  type ServiceDefinition,
  TopicsConfig,
  TracingConfig,
} from '@motcua/platform';
import { DevelopmentConfig } from '@motcua/development';

import { VerifyHistoryConfig } from '../verify-history/verify-history.config.js';

type ConfigClass = new () => object;

function rows(config: ConfigClass): string[] {
  const defaults = new config() as Record<string, string | number | boolean | undefined>;
  return environmentNames(config).map(({ property, variable, description }) => {
    const value = defaults[property];
    return `| \`${variable}\` | ${value === undefined ? '' : `\`${String(value)}\``} | ${description} |`;
  });
}

const table = (configs: readonly ConfigClass[]): string =>
  ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...configs.flatMap(rows)].join('\n');

/** Every setting of every service, as its configuration classes declare them. */
export const settingsPage = (services: readonly ServiceDefinition[]): string => `# Settings of the services

Made by \`npm run docs\` from the configuration classes; do not edit. On one machine all of these are made from the data
folder (\`libs/local-system/src/service-environment.ts\`); a service that runs alone needs them as settings. Every wrong or missing
setting is named at once, before anything listens. Where no default stands, the setting is required or optional as its
meaning says.

## Every service

${table([PlatformConfig, AloneConfig, TracingConfig])}

## Kafka, where \`MOTCUA_TRANSPORT\` is kafka

${table([KafkaConfig])}

For the commands \`topics apply\` and \`topics check\`, besides these; services read the number of partitions too:

${table([TopicsConfig])}

${services
  .filter(({ configs }) => (configs ?? []).length > 0)
  .map(({ app, configs }) => `## ${app}\n\n${table(configs ?? [])}`)
  .join('\n\n')}

## gateway

The one address of services that run apart (\`apps/gateway\`).

${table([GatewayConfig])}

## The development issuer alone

\`apps/development\`: issuer and story clock for services that run apart, in development only.

${table([DevelopmentConfig])}

## \`npm run verify-history\`, where it is not this machine's own data folder

${table([VerifyHistoryConfig])}
`;
