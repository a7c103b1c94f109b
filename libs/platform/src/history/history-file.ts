import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { AggregateName } from '../database/history.js';
import { type HistoryItem } from './history-item.js';

/** A file of histories that was cut off, or is none. */
export class HistoryFileUnreadable extends Error {
  override readonly name = 'HistoryFileUnreadable';
}

type Written =
  | {
      readonly service: string;
      readonly aggregate: string;
      readonly n: number;
      readonly hash: string;
      readonly receiver: string;
      readonly seal: string;
    }
  | {
      readonly service: string;
      readonly aggregate: AggregateName;
      readonly n: number;
      readonly hash: string;
      readonly at: string;
      readonly actor: string;
      readonly action: string;
      readonly detail: Readonly<Record<string, unknown>>;
      readonly previous: string;
    }
  | { readonly items: number };

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

function written(item: HistoryItem): Written {
  const { service } = item;
  if (item.is === 'witness') {
    const { aggregate, n, hash, seal } = item.witness;
    return { service, aggregate, n, hash: hash.toString('hex'), receiver: item.receiver, seal: seal.toString('hex') };
  }
  const { aggregate, n, at, actor, action, detail, previous, hash } = item.line;
  const chained = { previous: previous.toString('hex'), hash: hash.toString('hex') };
  return { service, aggregate, n, at: at.toString(), actor, action, detail, ...chained };
}

function read(line: Exclude<Written, { items: number }>): HistoryItem {
  const { service, n, hash } = line;
  if ('receiver' in line) {
    const witness = { source: service, aggregate: line.aggregate, n, hash: bytes(hash), seal: bytes(line.seal) };
    return { is: 'witness', service, receiver: line.receiver, witness };
  }
  const { aggregate, at, actor, action, detail, previous } = line;
  const content = { aggregate, n, at: Temporal.Instant.from(at), actor, action, detail };
  return { is: 'line', service, line: { ...content, previous: bytes(previous), hash: bytes(hash) } };
}

/** Histories as lines of JSON, the last of which says how many there are. */
export async function* writeHistories(items: AsyncIterable<HistoryItem>): AsyncGenerator<string> {
  let count = 0;
  for await (const item of items) {
    count++;
    yield `${JSON.stringify(written(item))}\n`;
  }
  yield `${JSON.stringify({ items: count })}\n`;
}

/** What {@link writeHistories} wrote. @throws HistoryFileUnreadable */
export async function* readHistoryFile(path: string): AsyncGenerator<HistoryItem> {
  let number = 0;
  let expected: number | undefined;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++;
    let item: HistoryItem;
    try {
      const line = JSON.parse(text) as Written;
      if ('items' in line) {
        expected = line.items;
        continue;
      }
      item = read(line);
    } catch (cause) {
      throw new HistoryFileUnreadable(`Line ${number} of ${path} is no line of a history.`, { cause });
    }
    yield item;
  }
  if (expected !== number - 1)
    throw new HistoryFileUnreadable(
      `${path} is not whole: ${expected ?? 'its last line'} is missing or does not agree.`,
    );
}
