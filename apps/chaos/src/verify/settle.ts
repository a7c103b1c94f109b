import { consumedContracts } from '@motcua/platform';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import type pg from 'pg';
import { SERVICES, undelivered } from '@motcua/local-system';
import { disagreeing, type Finding } from './finding.js';

export interface Settled {
  /** Seconds until nothing was under way any more. */
  readonly seconds: number;
  /** What was still under way when the time was up. */
  readonly findings: readonly Finding[];
}

const names = SERVICES.map(({ name }) => name);

const UNDER_WAY = [
  ...names.flatMap((name) => [
    `SELECT 'outbox of ${name}' AS what, count(*) AS n FROM ${name}.outbox WHERE published_at IS NULL`,
    `SELECT 'events kept at ${name}, ' || state || ': ' || min(reason) AS what, count(*) AS n FROM ${name}.inbox_parked GROUP BY state`,
  ]),
  `SELECT 'messages to be sent' AS what, count(*) AS n FROM notification.delivery WHERE state IN ('due', 'waitingForContact')`,
  `SELECT 'payments to be asked about' AS what, count(*) AS n FROM payment.payment_order WHERE status = 'created' OR ask_at IS NOT NULL AND status NOT IN ('paid', 'failed')
     AND reference = ANY ($1)`,
  `SELECT 'records and lines that the portal is owed' AS what, count(*) AS n FROM portal.journal WHERE state = 'waiting'`,
  `SELECT 'deliveries of the portal' AS what, count(*) AS n FROM portal.received_dossier WHERE state IN ('received', 'waiting')`,
].join(' UNION ALL ');

/** How many messages each group has not committed yet. */
async function lags(brokers: string): Promise<Finding[]> {
  const kafka = new kafkajs.Kafka({
    clientId: 'motcua-chaos',
    brokers: brokers.split(','),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const findings: Finding[] = [];
    for (const service of SERVICES) {
      const { name } = service;
      const topics = [...new Set(consumedContracts(service).map(({ topic }) => topic))];
      if (topics.length === 0) continue;
      const committed = await admin.fetchOffsets({ groupId: name, topics });
      for (const { topic, partitions } of committed) {
        const ends = new Map(
          (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]),
        );
        const lag = partitions.reduce(
          (sum, { partition, offset }) => sum + (ends.get(partition) ?? 0) - Math.max(0, Number(offset)),
          0,
        );
        if (lag !== 0) findings.push(disagreeing(`${name} lags ${lag} messages behind ${topic}`));
      }
    }
    return findings;
  } finally {
    await admin.disconnect();
  }
}

async function underWay(admin: pg.Client, brokers: string, paid: readonly string[]): Promise<Finding[]> {
  const { rows } = await admin.query<{ what: string; n: string }>(UNDER_WAY, [paid]);
  const behind = await undelivered(admin);
  const inDatabase = [
    ...rows.filter(({ n }) => Number(n) > 0).map(({ what, n }) => disagreeing(`${what}: ${n}`)),
    ...behind.map(({ producer, consumer, topic, key, recorded, applied }) => ({
      is: applied < recorded ? ('lost' as const) : ('doubled' as const),
      what: `${topic} ${key} of ${producer}: ${consumer} has applied ${applied} of ${recorded}`,
    })),
  ];
  return inDatabase.length > 0 ? inDatabase : lags(brokers);
}

/**
 * Waits until nothing is under way: nobody helps. A failure to ask is asked again, since the system may be coming back.
 * @param paid references of payments that the platform took
 */
export async function settle(
  admin: pg.Client,
  brokers: string,
  paid: readonly string[],
  seconds: number,
): Promise<Settled> {
  const began = performance.now();
  for (;;) {
    const findings = await underWay(admin, brokers, paid).catch((error: unknown) => [disagreeing(String(error))]);
    const passed = (performance.now() - began) / 1000;
    if (findings.length === 0 || passed > seconds) return { seconds: passed, findings };
    await pause(500);
  }
}
