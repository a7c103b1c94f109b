import { createTestDatabase, describeTransport, type TransportHarness } from '@motcua/testing';
import pg from 'pg';
import { bootstrapSchema, ownerOf, roleOf } from '../../database/bootstrap.js';
import { LocalTransport } from './local-transport.js';
import { createTransportTables, TRANSPORT_SCHEMA } from './transport-schema.js';

const PASSWORD = 'secret';

const localHarness = async (): Promise<TransportHarness> => {
  const database = await createTestDatabase();
  const role = roleOf(TRANSPORT_SCHEMA);
  await bootstrapSchema(database.adminUrl, { schema: TRANSPORT_SCHEMA, role, password: PASSWORD });
  await createTransportTables(database.adminUrl, ownerOf(TRANSPORT_SCHEMA));
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1 });
  return {
    connect: () => Promise.resolve(new LocalTransport(database.urlFor(role, PASSWORD), { pollMs: 20 })),
    reset: async () => {
      await admin.query('TRUNCATE transport.topic, transport.log, transport.consumer_position');
    },
    stop: async () => {
      await admin.end();
      await database.drop();
    },
  };
};

describeTransport('local', localHarness);
