import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPaymentPlatform } from '@motcua/payment-platform-simulator';
import { playProcedure } from '../scenario/play-procedure.js';
import { SILENT } from './silent.fixture.js';
import { crashCarrier, type KillPoint } from './crash-carrier.fixture.js';
import { freePort, KillableSystem, newDataFolder } from '@motcua/testing';
import { snapshotOf } from './snapshot.fixture.js';
import { setStoryClock } from './scenario-system.fixture.js';

export interface CrashRun {
  readonly requests: number;
  readonly kills: number;
  readonly snapshot: Record<string, readonly string[]>;
}

export interface CrashPlan {
  readonly points?: readonly KillPoint[];
  /** Milliseconds into each of the first starts. */
  readonly killedWhileStarting?: readonly number[];
  /** `elsewhere` lives on while the system is dead; `within` dies with it, as with `npm start`. */
  readonly platform: 'elsewhere' | 'within';
}

const PARTNER = { partner: 'MOTCUA-CRASH', secret: 'secret-of-the-crash-run-000000000' };

/** How a system comes up: at once, or after it was killed so many milliseconds into each of its first starts. */
async function start(system: KillableSystem, killedAfterMs: readonly number[]): Promise<void> {
  for (const moment of killedAfterMs) {
    system.start();
    await pause(moment);
    await system.kill();
  }
  system.start();
  await system.up();
}

/** The server of a process that was killed goes on without it. */
async function endPostgres(folder: string): Promise<void> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (!pid) return;
  try {
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}

/** The story against a process that dies as planned. */
export async function runStory({ points = [], killedWhileStarting = [], platform }: CrashPlan): Promise<CrashRun> {
  const folder = await newDataFolder();
  setStoryClock(folder);
  // One secret for all runs, so that hashes of identities compare.
  await writeFile(join(folder, 'secret'), '5'.repeat(64), { mode: 0o600 });
  const elsewhere = platform === 'elsewhere' ? await startPaymentPlatform(PARTNER) : undefined;
  const port = await freePort();
  const settings = elsewhere && {
    MOTCUA_PAYMENT_PLATFORM_URL: elsewhere.url,
    MOTCUA_PAYMENT_PARTNER: PARTNER.partner,
    MOTCUA_PAYMENT_SECRET: PARTNER.secret,
  };
  const system = new KillableSystem(port, folder, settings);
  if (elsewhere) elsewhere.platform.callbackUrl = `${system.url}/payment/v1/gateways/national-platform/confirmations`;
  const carrier = crashCarrier(system, points);
  try {
    await start(system, killedWhileStarting);
    const { carry, requests, kills, settled } = carrier;
    await playProcedure({
      server: system.url,
      procedure: '1.001686',
      fresh: true,
      carry,
      run: 'story',
      tell: SILENT,
      patience: 60,
      save: (name) => Promise.resolve(name),
    });
    await settled();
    const run = { requests: requests(), kills: kills(), snapshot: await snapshotOf(folder) };
    await system.stop();
    return run;
  } finally {
    // A restart under way would outlive a story that failed.
    await carrier.settled().catch(() => undefined);
    await system.kill();
    await endPostgres(folder);
    await elsewhere?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
