import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '@motcua/kernel';
import { PlatformConfig } from '@motcua/platform';
import { buildAll, eventually, freePort, PROGRAM_ENVIRONMENT } from '@motcua/testing';
import { Sender } from '../send-records/sender.js';
import { type PortalWorld, settings, startPortalWorld } from './portal.fixture.js';
import { chance, compareLives, randomLife } from './random-lives.fixture.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const LIVES = 150;
const KILLS = 5;
const MINUTES = 60_000;

/** The service's own process, on the schema of the world: it alone sends. */
class PortalProcess {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  start(): void {
    this.child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'apps/national-portal/dist/main.js'],
      { cwd: ROOT, env: { ...PROGRAM_ENVIRONMENT, ...this.environment } },
    );
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** `kill -9`; answers the signal that ended it. */
  async kill(): Promise<unknown> {
    const { child } = this;
    if (!child || child.exitCode !== null) throw new Error(`the service has ended by itself: ${this.said}`);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [unknown, unknown];
    return signal;
  }
}

describe('the service’s process, killed while it sends', () => {
  let world: PortalWorld;
  beforeAll(async () => {
    await buildAll();
    world = await startPortalWorld();
    // What hears the events is in this process; what sends is in the one that dies.
    await world.system.get('portal', Sender).onModuleDestroy();
  }, 3 * MINUTES);
  afterAll(() => world.stop());

  const environment = async (): Promise<Record<string, string>> => {
    const { databaseUrl } = world.system.get('portal', PlatformConfig);
    return {
      MOTCUA_PROFILE: 'development',
      MOTCUA_DATABASE_URL: databaseUrl,
      MOTCUA_TRANSPORT: 'postgres',
      MOTCUA_TRANSPORT_URL: databaseUrl.replace('motcua_portal', 'motcua_transport'),
      MOTCUA_OIDC_ISSUER: world.system.issuer.url,
      MOTCUA_OIDC_JWKS: `${world.system.issuer.url}/jwks`,
      MOTCUA_HISTORY_KEY: 'history-key-of-the-test-run-0000000000',
      MOTCUA_IDENTITY_KEY: 'identity-key-of-the-test-run-000000000',
      MOTCUA_SEALING_KEY: 'sealing-key-of-the-test-run-0000000000',
      MOTCUA_FILES: join(world.system.folder, 'files'),
      MOTCUA_HOST: '127.0.0.1',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      ...settings(world.simulator.url),
    };
  };

  it(
    'sends nothing twice, loses nothing, and tells each move in its order',
    async () => {
      const random = chance(9);
      const codes = Array.from({ length: LIVES }, (_, n) => `H48.12-261124-${String(n + 1).padStart(5, '0')}`);
      const lives = codes.map((code) => randomLife(newId(), code, random));
      const { observations } = world.simulator.portal;
      world.simulator.portal.misbehave({ slow: 1, slowMs: 25 });
      const service = new PortalProcess(await environment());
      service.start();
      const signals: unknown[] = [];
      const killer = async (): Promise<void> => {
        for (let kills = 0; kills < KILLS; kills += 1) {
          const heard = observations.calls.length;
          await eventually(() => Promise.resolve(observations.calls.length > heard + 40), 90);
          await pause(random() * 40);
          signals.push(await service.kill());
          service.start();
        }
      };
      const [differing] = await Promise.all([compareLives(world, lives, random, 240), killer()]);
      signals.push(await service.kill());
      expect(differing).toEqual([]);
      expect(signals).toEqual(Array.from({ length: KILLS + 1 }, () => 'SIGKILL'));
      const inserts = codes.map(
        (code) => observations.calls.filter((call) => call.code === code && call.isUpdating === 'False').length,
      );
      expect(inserts).toEqual(codes.map(() => 1));
      // Something was in hand when it died: what might have been taken was asked for.
      expect(observations.calls.some(({ service: asked }) => asked === 'TraCuuHoSo')).toBe(true);
    },
    8 * MINUTES,
  );
});
