import { ConfigurationFaults, type Environment, loadConfigs } from '../config/load-config.js';
import { PlatformConfig } from '../config/platform.config.js';
import { bootstrapSchema, bootstrapSql, ownerOf, roleOf } from '../database/bootstrap.js';
import { Database } from '../database/database.js';
import { migrate } from '../jobs/migrate.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import { jobSchemaSql } from '../jobs/job-schema.js';
import { runTopics } from '../events/kafka/run-topics.js';
import { createTransportTables, TRANSPORT_SCHEMA } from '../events/local/transport-schema.js';
import { createLogger } from '../observability/logger.js';
import { TracingConfig } from '../observability/tracing.config.js';
import { AloneConfig } from './alone.config.js';
import { createServiceApp, type ServiceApp } from './create-service-app.js';
import { type OpenTransport, openTransport, transportConfigs } from './open-transport.js';
import { runReplay } from './run-replay.js';
import type { ServiceDefinition } from './service-definition.js';

function urlParts(url: string): { user: string; password: string } {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** The local log's schema, where events travel through it. */
async function prepareTransport(adminUrl: string, transportUrl: string): Promise<void> {
  await bootstrapSchema(adminUrl, {
    schema: TRANSPORT_SCHEMA,
    role: roleOf(TRANSPORT_SCHEMA),
    password: urlParts(transportUrl).password,
  });
  await createTransportTables(adminUrl, ownerOf(TRANSPORT_SCHEMA));
}

/** `main.js bootstrap sql`: what an administrator who makes roles by hand runs, for this service. */
function printBootstrap({ name, sweeps }: ServiceDefinition): void {
  const role = roleOf(name);
  process.stdout.write(`BEGIN;${bootstrapSql({ schema: name, role })}${sweeps ? jobSchemaSql(name) : ''}
  -- Then a password: \\password ${role}
  -- And who migrates: GRANT ${ownerOf(name)} TO … (a role that may log in)
COMMIT;\n`);
}

/** Starts one service alone: every setting is explicit, and nothing falls back to another transport. */
async function start(definition: ServiceDefinition, environment: Environment): Promise<void> {
  const [platform, alone, ...configs] = loadConfigs(
    [PlatformConfig, AloneConfig, ...transportConfigs(environment), TracingConfig, ...(definition.configs ?? [])],
    environment,
  ) as [PlatformConfig, AloneConfig, ...object[]];
  const logger = createLogger({ level: platform.logLevel, format: platform.logFormat, service: definition.name });
  const opened = openTransport(alone, configs, logger);
  const { transport } = opened;
  const app: ServiceApp = await createServiceApp(definition, environment, transport).catch(async (error: unknown) => {
    await transport.close();
    throw error;
  });
  await meetTransport(app, opened, logger);
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

/** A wrong cluster is refused; one that is away is met later, since counters open without it. @throws ConfigurationFaults */
async function meetTransport(app: ServiceApp, { transport, meet }: OpenTransport, logger: EventLogger): Promise<void> {
  try {
    await meet(app.nest.get(Database));
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) {
      logger.warn({ err: error }, 'the brokers cannot be reached; starting without them');
      return;
    }
    await app.stop();
    await transport.close();
    throw error;
  }
}

/** `main.js migrate`: schema, roles and tables, as an administrator. `migrate tables`: the tables alone, as their owner. */
async function runMigrate(definition: ServiceDefinition, environment: Environment, tablesOnly: boolean): Promise<void> {
  const [platform, alone] = loadConfigs([PlatformConfig, AloneConfig], environment) as [PlatformConfig, AloneConfig];
  if (alone.adminUrl === undefined)
    throw new ConfigurationFaults(["MOTCUA_ADMIN_DATABASE_URL must be given for migrate (administrator's PostgreSQL)"]);
  const { name, migrations, sweeps } = definition;
  if (!tablesOnly) {
    if (alone.transportUrl !== undefined) await prepareTransport(alone.adminUrl, alone.transportUrl);
    const { password } = urlParts(platform.databaseUrl);
    await bootstrapSchema(alone.adminUrl, { schema: name, role: roleOf(name), password });
  }
  const ran = await migrate(alone.adminUrl, name, migrations, { jobs: sweeps !== undefined });
  process.stdout.write(ran.length > 0 ? `Migrated ${name}: ${ran.join(', ')}\n` : `${name} is up to date\n`);
}

/**
 * What `apps/<service>/src/main.ts` runs: the service alone, or a command: `migrate` its schema (`migrate tables`: without
 * making roles, for which `bootstrap sql` prints the statements), `topics apply` or `topics check` the topics of all
 * services on Kafka, `replay` what the service has published. Wrong settings are all named at once, before anything listens.
 */
export async function runService(
  definition: ServiceDefinition,
  environment: Environment,
  ...command: string[]
): Promise<void> {
  const words = command.join(' ');
  try {
    if (words === '') return await start(definition, environment);
    if (words === 'bootstrap sql') return printBootstrap(definition);
    if (words === 'migrate' || words === 'migrate tables')
      return await runMigrate(definition, environment, words === 'migrate tables');
    if (words === 'topics apply' || words === 'topics check') {
      await runTopics(words === 'topics apply', environment);
      return;
    }
    if (command[0] === 'replay') return await runReplay(definition, environment, command.slice(1));
    throw new ConfigurationFaults([
      `the command is "${words}": leave it out to start, or say "bootstrap sql", "migrate", "migrate tables", "topics apply", ` +
        '"topics check" or "replay"',
    ]);
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
