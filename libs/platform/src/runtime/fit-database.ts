import { ConfigurationFaults } from '../config/load-config.js';
import type { PlatformConfig } from '../config/platform.config.js';
import type { Database } from '../database/database.js';
import { roleFaults } from '../database/role-faults.js';
import { schemaFaults } from '../database/schema-faults.js';
import { jobSchemaOf } from '../jobs/job-schema.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * Connects, and looks whether this release may work here: the schema is the one that it expects, and the role may do no more
 * than it needs. Leaves no connection behind where not. @throws ConfigurationFaults
 */
export async function connectFitting(
  database: Database,
  { name, migrations, sweeps }: ServiceDefinition,
  { schemaMayBeNewer }: PlatformConfig,
): Promise<void> {
  await database.connect().catch((error: unknown) => {
    throw new ConfigurationFaults([`MOTCUA_DATABASE_URL cannot be used: ${reasonOf(error)}`]);
  });
  try {
    const faults = await schemaFaults(database, name, migrations, schemaMayBeNewer);
    if (sweeps && !(await exists(database, jobSchemaOf(name))))
      faults.push(`the schema ${jobSchemaOf(name)} has not been made: run "migrate"`);
    faults.push(...(await roleFaults(database, name, [jobSchemaOf(name)])));
    if (faults.length > 0) throw new ConfigurationFaults(faults);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function exists(database: Database, schema: string): Promise<boolean> {
  return (await database.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema])).length > 0;
}

/** Where every address of a host refuses, Node's error has a code but no text. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: unknown };
  return message || String(code ?? error);
}
