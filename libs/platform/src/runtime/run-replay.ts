import { parseArgs } from 'node:util';
import { ConfigurationFaults, type Environment, loadConfigs } from '../config/load-config.js';
import { PlatformConfig } from '../config/platform.config.js';
import { Database } from '../database/database.js';
import { type ReplaySelection, replayOutbox } from '../events/outbox/replay-outbox.js';
import { createLogger } from '../observability/logger.js';
import { AloneConfig } from './alone.config.js';
import { connectFitting } from './fit-database.js';
import { openTransport, transportConfigs } from './open-transport.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * `main.js replay [--topic NAME]… [--since INSTANT]`: publishes again what the service has published, beside the service,
 * which need not stop. @throws ConfigurationFaults
 */
export async function runReplay(
  definition: ServiceDefinition,
  environment: Environment,
  words: readonly string[],
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<void> {
  const selection = selectionOf(words);
  const [platform, alone, ...configs] = loadConfigs(
    [PlatformConfig, AloneConfig, ...transportConfigs(environment)],
    environment,
  ) as [PlatformConfig, AloneConfig, ...object[]];
  const logger = createLogger({ level: 'fatal', format: platform.logFormat, service: definition.name });
  const database = new Database({ url: platform.databaseUrl, schema: definition.name, poolSize: 2 });
  await connectFitting(database, definition, platform);
  const { transport, meet } = openTransport(alone, configs, logger);
  try {
    await meet(database).catch((error: unknown) => {
      if (error instanceof ConfigurationFaults) throw error;
      throw new ConfigurationFaults([`the transport cannot be reached: ${(error as Error).message}`]);
    });
    const count = await replayOutbox(database, transport.publisher, selection, (so) => {
      if (so % 10_000 === 0) say(`${so} events so far`);
    });
    say(`Published ${count} events of ${definition.name} again`);
  } finally {
    await transport.close();
    await database.close();
  }
}

/** @throws ConfigurationFaults */
function selectionOf(words: readonly string[]): ReplaySelection {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { topic: { type: 'string', multiple: true }, since: { type: 'string' } },
    });
    return {
      topics: values.topic,
      since: values.since === undefined ? undefined : Temporal.Instant.from(values.since),
    };
  } catch (error) {
    throw new ConfigurationFaults([
      `${(error as Error).message}: say "replay", "replay --topic NAME" (several times, if need be), or ` +
        '"replay --since 2026-11-27T00:00:00+07:00"',
    ]);
  }
}
