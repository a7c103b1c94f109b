import { describeTransport, type TransportHarness } from '@motcua/testing';
import { createLogDatabase } from './local-log.fixture.js';
import { LocalTransport } from './local-transport.js';

const localHarness = async (): Promise<TransportHarness> => {
  const { url, admin, drop } = await createLogDatabase();
  return {
    connect: () => Promise.resolve(new LocalTransport(url, { pollMs: 20 })),
    trim: async () => {
      await admin.query('DELETE FROM transport.log');
    },
    reset: async () => {
      await admin.query('TRUNCATE transport.topic, transport.log, transport.consumer_position');
    },
    stop: drop,
  };
};

describeTransport('local', localHarness);
