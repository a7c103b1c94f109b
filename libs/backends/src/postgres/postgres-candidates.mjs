// Where a test run gets its PostgreSQL from: given, else in a container, else npm's embedded one.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './embedded-postgres.ts';
import { startContainer, whyNoContainer } from '../candidates/docker.mjs';

const IMAGE = 'postgres:18';
// What is tested here survives a killed process, not a power cut, so the disk need not be waited for.
const QUICK = ['fsync=off', 'full_page_writes=off'];

const given = {
  given: true,
  name: 'the server of DATABASE_URL',
  whyNot: async () => (process.env.DATABASE_URL ? undefined : 'DATABASE_URL is not set'),
  start: async () => ({ url: process.env.DATABASE_URL, stop: async () => undefined }),
};

const container = {
  name: `a container of ${IMAGE}`,
  whyNot: () => whyNoContainer(IMAGE),
  start: async () => {
    const { GenericContainer, Wait } = await import('testcontainers');
    const started = await startContainer(
      new GenericContainer(IMAGE)
        .withEnvironment({ POSTGRES_PASSWORD: 'postgres' })
        .withExposedPorts(5432)
        .withCommand(['postgres', ...QUICK.flatMap((setting) => ['-c', setting])])
        // Once for the server that makes the files, once for the one that stays.
        .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2))
        .withStartupTimeout(60_000),
    );
    const port = started.container.getMappedPort(5432);
    return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: started.stop };
  },
};

const embedded = {
  name: "npm's embedded PostgreSQL",
  whyNot: async () => undefined,
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-test-postgres-'));
    await chmod(folder, 0o755);
    const server = await startPostgres({
      folder: join(folder, 'data'),
      superuser: 'postgres',
      password: 'postgres',
      settings: QUICK,
    });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

export const POSTGRES_CANDIDATES = [given, container, embedded];
