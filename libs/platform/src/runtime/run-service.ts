import { type ConfigClass, ConfigurationFaults, type Environment, loadConfigs } from '../config/load-config.js';
import { PlatformConfig } from '../config/platform.config.js';
import { bootstrapSchema, ownerOf, roleOf } from '../database/bootstrap.js';
import { migrate } from '../database/migrate.js';
import { KafkaConfig } from '../events/kafka/kafka.config.js';
import { KafkaTransport } from '../events/kafka/kafka-transport.js';
import { runTopics } from '../events/kafka/run-topics.js';
import { LocalTransport } from '../events/local/local-transport.js';
import { createTransportTables, TRANSPORT_SCHEMA } from '../events/local/transport-schema.js';
import { createLogger } from '../observability/logger.js';
import { TracingConfig } from '../observability/tracing.config.js';
import { AloneConfig } from './alone.config.js';
import { createServiceApp, type ServiceApp } from './create-service-app.js';
import type { ServiceDefinition } from './service-definition.js';

const urlParts = (url: string): { user: string; password: string } => {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/** The local log's schema, where events travel through it. */
async function prepareTransport(adminUrl: string, transportUrl: string): Promise<void> {
  await bootstrapSchema(adminUrl, {
    schema: TRANSPORT_SCHEMA,
    role: roleOf(TRANSPORT_SCHEMA),
    password: urlParts(transportUrl).password,
  });
  await createTransportTables(adminUrl, ownerOf(TRANSPORT_SCHEMA));
}

/** `main.js migrate`: makes and migrates the service's schema, as an administrator. */
async function prepare(definition: ServiceDefinition, adminUrl: string, databaseUrl: string): Promise<string[]> {
  await bootstrapSchema(adminUrl, {
    schema: definition.name,
    role: roleOf(definition.name),
    password: urlParts(databaseUrl).password,
  });
  return migrate(adminUrl, definition.name, definition.migrations, { jobs: definition.sweeps !== undefined });
}

/** The transport's own settings, so that their faults are named along with all others. */
const transportConfigs = (environment: Environment): ConfigClass[] =>
  environment['MOTCUA_TRANSPORT'] === 'kafka' ? [KafkaConfig] : [];

/** Starts one service alone: every setting is explicit, and nothing falls back to another transport. */
async function start(definition: ServiceDefinition, environment: Environment): Promise<void> {
  const [platform, alone, kafka] = loadConfigs(
    [PlatformConfig, AloneConfig, ...transportConfigs(environment), TracingConfig, ...(definition.configs ?? [])],
    environment,
  ) as [PlatformConfig, AloneConfig, KafkaConfig];
  const logger = createLogger({ level: platform.logLevel, format: platform.logFormat, service: definition.name });
  const transport =
    alone.transport === 'kafka' ? new KafkaTransport(kafka, logger) : new LocalTransport(alone.transportUrl!);
  const app: ServiceApp = await createServiceApp(definition, environment, transport);
  await app.start();
  await app.nest.listen(alone.port, alone.host);
  logger.info({ address: await app.nest.getUrl() }, 'listening');
  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping');
    void app
      .stop()
      .then(() => transport.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

async function runMigrate(definition: ServiceDefinition, environment: Environment): Promise<void> {
  const [platform, alone] = loadConfigs([PlatformConfig, AloneConfig], environment) as [PlatformConfig, AloneConfig];
  if (alone.adminUrl === undefined)
    throw new ConfigurationFaults(["MOTCUA_ADMIN_DATABASE_URL must be given for migrate (administrator's PostgreSQL)"]);
  if (alone.transportUrl !== undefined) await prepareTransport(alone.adminUrl, alone.transportUrl);
  const ran = await prepare(definition, alone.adminUrl, platform.databaseUrl);
  process.stdout.write(
    ran.length > 0 ? `Migrated ${definition.name}: ${ran.join(', ')}\n` : `${definition.name} is up to date\n`,
  );
}

/**
 * What `apps/<service>/src/main.ts` runs: the service alone, or a command: `migrate` its schema, `topics apply` or
 * `topics check` the topics of all services on Kafka. Wrong settings are all named at once, before anything listens.
 */
export async function runService(
  definition: ServiceDefinition,
  environment: Environment,
  ...command: string[]
): Promise<void> {
  const words = command.join(' ');
  try {
    if (words === '') return await start(definition, environment);
    if (words === 'migrate') return await runMigrate(definition, environment);
    if (words === 'topics apply' || words === 'topics check')
      return await runTopics(words === 'topics apply', environment);
    throw new ConfigurationFaults([
      `the command is "${words}": leave it out to start, or say "migrate", "topics apply" or "topics check"`,
    ]);
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
