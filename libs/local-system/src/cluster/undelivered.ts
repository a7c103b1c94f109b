import { setTimeout as pause } from 'node:timers/promises';
import { consumedContracts } from '@motcua/platform';
import type pg from 'pg';
import { SERVICES } from '../services.js';
import { CannotStart } from '../cannot-start.js';

/** A life that a consumer has not followed to its end, or, which must never be, beyond it. */
interface Undelivered {
  readonly producer: string;
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly recorded: number;
  readonly applied: number;
}

const names = SERVICES.map(({ name }) => name);

const pair = (producer: string, consumer: string, topics: readonly string[]): string => `
  SELECT '${producer}' AS producer, '${consumer}' AS consumer, s.topic, s.key, s.last_sequence AS recorded,
    coalesce(i.last_sequence, 0) AS applied
  FROM ${producer}.event_stream s LEFT JOIN ${consumer}.inbox_position i ON i.topic = s.topic AND i.key = s.key
  WHERE s.topic IN (${topics.map((topic) => `'${topic}'`).join(', ')}) AND coalesce(i.last_sequence, 0) <> s.last_sequence`;

const UNDELIVERED = SERVICES.flatMap((service) => {
  const { name: consumer } = service;
  const topics = [...new Set(consumedContracts(service).map(({ topic }) => topic))];
  return topics.length === 0 ? [] : names.map((producer) => pair(producer, consumer, topics));
}).join(' UNION ALL ');

/** Compares what each service has recorded with what each of its listeners has applied, as the database's administrator. */
export const undelivered = async (admin: pg.Client, limit = 100): Promise<Undelivered[]> =>
  (await admin.query<Undelivered>(`${UNDELIVERED} LIMIT ${limit}`)).rows;

/** Until every listener knows all that was recorded. @throws CannotStart */
export async function untilDelivered(admin: pg.Client, seconds = 60): Promise<void> {
  for (const until = performance.now() + seconds * 1000; ; await pause(100)) {
    const [behind] = await undelivered(admin, 1);
    if (!behind) return;
    if (performance.now() > until)
      throw new CannotStart(
        `After ${seconds} s ${behind.consumer} still does not know ${behind.topic} ${behind.key} of ${behind.producer}`,
      );
  }
}
