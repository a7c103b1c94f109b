import { createTestDatabase, TEST_PASSWORD } from '@motcua/testing';
import pg from 'pg';
import { bootstrapSchema, ownerOf, roleOf } from '../../database/bootstrap.js';
import { createTransportTables, TRANSPORT_SCHEMA } from './transport-schema.js';

export interface LogDatabase {
  /** Connection of the log's own role. */
  readonly url: string;
  readonly admin: pg.Pool;
  drop(): Promise<void>;
}

/** A database with an empty local log, made as the one-machine shape makes it. */
export async function createLogDatabase(): Promise<LogDatabase> {
  const database = await createTestDatabase();
  const role = roleOf(TRANSPORT_SCHEMA);
  await bootstrapSchema(database.adminUrl, { schema: TRANSPORT_SCHEMA, role, password: TEST_PASSWORD });
  await createTransportTables(database.adminUrl, ownerOf(TRANSPORT_SCHEMA));
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 3 });
  admin.on('error', () => undefined);
  return {
    url: database.urlFor(role, TEST_PASSWORD),
    admin,
    drop: async () => {
      await admin.end();
      await database.drop();
    },
  };
}
