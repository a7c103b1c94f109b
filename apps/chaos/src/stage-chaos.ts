import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoBroker } from '@motcua/backends/kafka';
import { loadConfig } from '@motcua/platform';
import { CannotStart, LocalSystemConfig, startCluster } from '@motcua/local-system';
import { type ChaosOptions, runChaos } from './run-chaos.js';
import type { ChaosRecord } from './record.js';
import { verify, type Verdict } from './verify/verify.js';

interface ChaosStage extends ChaosOptions {
  /** Leaves the data folder behind. */
  readonly keep: boolean;
  /** Told at once what stops it, also while it is starting. */
  readonly started?: (stop: () => Promise<void>) => void;
}

interface ChaosOutcome {
  readonly record: ChaosRecord;
  readonly verdict: Verdict;
  /** Where the logs are, when something is wrong or they were to be kept. */
  readonly folder: string;
}

/** Silence is noticed sooner than in a province, so that a short run has time for what follows from it. */
const SETTINGS = {
  MOTCUA_KAFKA_SESSION_MS: '6000',
  MOTCUA_PAYMENT_ASK_AFTER_SECONDS: '2',
  MOTCUA_PAYMENT_TIMEOUT_MS: '3000',
  // Without an account nobody transfers anything.
  MOTCUA_PAYMENT_ACCOUNT_NUMBER: '3511.0.1234567',
  MOTCUA_PAYMENT_ACCOUNT_NAME: 'Kho bạc Nhà nước Quảng Ngãi',
  MOTCUA_PAYMENT_ACCOUNT_BANK: 'KBNN',
  MOTCUA_PORTAL_TIMEOUT_MS: '3000',
  MOTCUA_PORTAL_RETRY_MAX_SECONDS: '2',
  MOTCUA_PORTAL_FILE_TIMEOUT_MS: '3000',
};

/** Longer than what a process may have had in hand when it died is kept for it. */
const SETTLE_SECONDS = 150;

/** One run from an empty folder to the verdict. @throws CannotStart where there is no broker that may be killed */
export async function stageChaos({ keep, started, ...options }: ChaosStage): Promise<ChaosOutcome> {
  const { say } = options;
  const none = await whyNoBroker({ own: true });
  if (none !== undefined)
    throw new CannotStart(`${none}. Chaos kills its broker: it needs Docker, or Java 17 and Maven.`);
  const folder = await mkdtemp(join(tmpdir(), 'motcua-chaos-'));
  // PostgreSQL's own user must be able to enter it.
  await chmod(folder, 0o755);
  const starting = startCluster({
    config: loadConfig(LocalSystemConfig, {
      PORT: '0',
      MOTCUA_DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'json',
    }),
    ownBroker: true,
    settings: SETTINGS,
    more: { intake: 1, workflow: 1, portal: 1 },
    proxies: true,
    portalApart: true,
    onUnexpectedEnd: (process, how) => {
      say(`${process.id} has ended by itself (${how}): started again`);
      process.start();
    },
  });
  const stop = async (): Promise<void> => (await starting.catch(() => undefined))?.stop();
  started?.(stop);
  let isWell = false;
  try {
    const cluster = await starting;
    say(cluster.broker.line);
    const record = await runChaos(cluster, options);
    say('no help from here on');
    const verdict = await verify(cluster, record, SETTLE_SECONDS);
    isWell = verdict.checks.every(([, findings]) => findings.length === 0);
    return { record, verdict, folder };
  } finally {
    await stop();
    if (isWell && !keep) await rm(folder, { recursive: true, force: true });
  }
}
