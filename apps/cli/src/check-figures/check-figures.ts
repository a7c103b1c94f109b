import { setTimeout as pause } from 'node:timers/promises';
import { consumedContracts, Database, type EventPublisher, replayOutbox, type WireMessage } from '@motcua/platform';
import { SERVICES } from '@motcua/local-system';
import { reporting } from '@motcua/reporting';
import { compareRows } from './compare-rows.js';
import { NaiveCount } from './naive-count.js';
import { OWN_BY_MEASURE, RELATIONS } from './relations.js';
import { startScratchReporting } from './scratch-reporting.js';
import { Snapshot } from './snapshot.js';

export interface FiguresChecked {
  readonly events: number;
  readonly dossiers: number;
  readonly rows: number;
  readonly seconds: number;
  /** What is not the same, each with where; the first of them. */
  readonly differences: readonly string[];
  readonly differing: number;
}

interface Places {
  /** An address from which a service's schema may be read. */
  readonly urlOf: (service: string) => string;
  /** Seconds without progress until it is given up. */
  readonly patience?: number;
}

const TOPICS = [...new Set(consumedContracts(reporting).map(({ topic }) => topic))];
// Intake's are first, so that a dossier is known before anything else is told of it.
const ORDER = ['catalogue', 'intake'];
const PRODUCERS = SERVICES.map(({ name }) => name).sort((one, other) => ORDER.indexOf(other) - ORDER.indexOf(one));

const POSITIONS = `
  SELECT topic, key, last_sequence AS sequence FROM inbox_position
  WHERE (topic, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
const HEARD = `SELECT count(*)::int AS keys, coalesce(sum(last_sequence), 0)::float AS events FROM inbox_position`;

const placeOf = ({ topic, key }: { topic: string; key: string }): string => `${topic} ${key}`;

/** Hands on what the live service had applied at the moment of the snapshot, and no more. */
const upTo = (snapshot: Snapshot, applied: (messages: readonly WireMessage[]) => Promise<void>): EventPublisher => ({
  publish: async (messages) => {
    const heard = messages.filter(({ topic }) => TOPICS.includes(topic));
    const rows = await snapshot.query<{ topic: string; key: string; sequence: number }>(POSITIONS, [
      heard.map(({ topic }) => topic),
      heard.map(({ key }) => key),
    ]);
    const last = new Map(rows.map((row) => [placeOf(row), row.sequence]));
    await applied(heard.filter((one) => Number(one.headers['ce_sequence']) <= (last.get(placeOf(one)) ?? 0)));
  },
});

/**
 * Rebuilds what reporting holds from the archived events of the others, in a database that is thrown away, and compares it row
 * by row with the live one as it stood when the check began; and counts the same events once more, naively. The system may be
 * at work.
 */
export async function checkFigures({ urlOf, patience = 60 }: Places): Promise<FiguresChecked> {
  const started = performance.now();
  const scratch = await startScratchReporting();
  const live = await Snapshot.of(urlOf('reporting'), 'reporting').catch(async (error: unknown) => {
    await scratch.stop();
    throw error;
  });
  try {
    // The moment is that of the first query.
    const [heard] = await live.query<{ keys: number; events: number }>(HEARD);
    const naive = new NaiveCount();
    let events = 0;
    const publisher = upTo(live, async (messages) => {
      await scratch.publisher.publish(messages);
      events += messages.length;
      for (const { headers, key, value } of messages)
        naive.add({ type: headers['ce_type'] ?? '', key, data: JSON.parse(value) as unknown });
    });
    for (const service of PRODUCERS) {
      const database = new Database({ url: urlOf(service), schema: service, poolSize: 1 });
      try {
        await replayOutbox(database, publisher);
      } finally {
        await database.close();
      }
    }
    const differences = await whenHeard(scratch.url, heard!, patience);
    let [rows, differing] = [0, differences.length];
    const rebuilt = await Snapshot.of(scratch.url, 'reporting');
    try {
      for (const { what, sql } of RELATIONS) {
        const compared = await compareRows(live.rows(sql), rebuilt.rows(sql));
        rows += compared.rows;
        differing += compared.differing;
        differences.push(...compared.differences.map((difference) => `${what}: ${difference}`));
      }
    } finally {
      await rebuilt.close();
    }
    const counted = await live.query<{ key: string; count: number }>(OWN_BY_MEASURE);
    const naively = notAsCounted(new Map(counted.map(({ key, count }) => [key, count])), naive.counts());
    differences.push(...naively);
    const seconds = (performance.now() - started) / 1000;
    return { events, dossiers: naive.dossierCount, rows, seconds, differences, differing: differing + naively.length };
  } finally {
    await scratch.stop();
    await live.close();
  }
}

/** Waits until the rebuilt one has applied as much as the live one had. */
async function whenHeard(url: string, heard: { keys: number; events: number }, patience: number): Promise<string[]> {
  for (let [last, since] = [-1, performance.now()]; ;) {
    const look = await Snapshot.of(url, 'reporting');
    const [now] = await look.query<{ keys: number; events: number }>(HEARD);
    await look.close();
    if (now!.events === heard.events && now!.keys === heard.keys) return [];
    if (now!.events !== last) [last, since] = [now!.events, performance.now()];
    if (performance.now() - since > patience * 1000)
      return [`the archives give ${now!.events} events that reporting applies, and it has applied ${heard.events}`];
    await pause(50);
  }
}

function notAsCounted(live: ReadonlyMap<string, number>, naive: ReadonlyMap<string, number>): string[] {
  const keys = [...new Set([...live.keys(), ...naive.keys()])].sort();
  return keys.flatMap((key) => {
    const [one, other] = [live.get(key) ?? 0, naive.get(key) ?? 0];
    return one === other ? [] : [`naive count: ${key}: ${one}, counted naively ${other}`];
  });
}
