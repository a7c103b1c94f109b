import type { HistoryItem } from './history-item.js';
import { type HistoryPlace, PAGE, SchemaSnapshot } from './schema-snapshot.js';
import type { Witness } from './witness.js';

const HEARD = `
  SELECT source, aggregate, n, hash, seal FROM history_witness WHERE source = $1 AND aggregate = ANY ($2)`;
const ALL_HEARD = `
  SELECT source, aggregate, n, hash, seal FROM history_witness
  WHERE source = $1 AND ($2::text IS NULL OR aggregate > $2) ORDER BY aggregate LIMIT ${PAGE}`;
const GONE = `
  SELECT a AS aggregate FROM unnest($1::text[]) AS a WHERE NOT EXISTS (SELECT FROM history h WHERE h.aggregate = a)`;

async function* heardOf(
  service: string,
  aggregates: readonly string[],
  receivers: readonly SchemaSnapshot[],
): AsyncGenerator<HistoryItem> {
  for (const receiver of receivers)
    for (const witness of await receiver.query<Witness>(HEARD, [service, aggregates]))
      yield { is: 'witness', service, receiver: receiver.service, witness };
}

/** What was heard of the histories on a page, by their names. */
async function witnessesOf(
  service: string,
  aggregates: readonly string[],
  receivers: readonly SchemaSnapshot[],
): Promise<Map<string, HistoryItem[]>> {
  const found = new Map<string, HistoryItem[]>();
  for await (const item of heardOf(service, aggregates, receivers)) {
    const { aggregate } = (item as Extract<HistoryItem, { is: 'witness' }>).witness;
    found.set(aggregate, [...(found.get(aggregate) ?? []), item]);
  }
  return found;
}

async function* kept(own: SchemaSnapshot, receivers: readonly SchemaSnapshot[]): AsyncGenerator<HistoryItem> {
  let last: string | undefined;
  for await (const page of own.lines()) {
    const fresh = [...new Set(page.map(({ aggregate }) => aggregate))].filter((aggregate) => aggregate !== last);
    const heard =
      fresh.length === 0 ? new Map<string, HistoryItem[]>() : await witnessesOf(own.service, fresh, receivers);
    for (const line of page) {
      if (line.aggregate !== last) yield* heard.get(line.aggregate) ?? [];
      last = line.aggregate;
      yield { is: 'line', service: own.service, line };
    }
  }
}

/** Histories of which others have heard, and of which nothing is left. */
async function* vanished(own: SchemaSnapshot, receivers: readonly SchemaSnapshot[]): AsyncGenerator<HistoryItem> {
  for (const receiver of receivers) {
    let after: string | null = null;
    for (;;) {
      const page: Witness[] = await receiver.query<Witness>(ALL_HEARD, [own.service, after]);
      if (page.length === 0) break;
      const gone = await own.query<{ aggregate: string }>(GONE, [page.map(({ aggregate }) => aggregate)]);
      const names = new Set(gone.map(({ aggregate }) => aggregate));
      for (const witness of page)
        if (names.has(witness.aggregate))
          yield { is: 'witness', service: own.service, receiver: receiver.service, witness };
      after = page.at(-1)!.aggregate;
    }
  }
}

/**
 * Reads all histories of these services with what the others have heard of them, page by page, while the system runs:
 * what was heard is read as of a moment before the histories are. @throws HistoryUnreadable
 */
export async function* readHistories(places: readonly HistoryPlace[]): AsyncGenerator<HistoryItem> {
  const open: SchemaSnapshot[] = [];
  try {
    for (const place of places) open.push(await SchemaSnapshot.of(place));
    const receivers = [...open];
    for (const place of places) {
      const own = await SchemaSnapshot.of(place);
      open.push(own);
      const others = receivers.filter(({ service }) => service !== place.service);
      yield* kept(own, others);
      yield* vanished(own, others);
    }
  } finally {
    for (const snapshot of open) await snapshot.close();
  }
}
