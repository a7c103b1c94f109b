import { newId } from '@motcua/kernel';
import type { HistoryHead } from './history.js';
import type { NewEvent } from './new-event.js';
import type { PublishedEvent } from './pending.js';

interface NewOutboxRow {
  readonly type: string;
  readonly data: object;
}

/** What a transaction published, as the statement of the outbox takes it. @param heads last line of each history it wrote to */
export function newOutboxRows(
  published: readonly PublishedEvent[],
  heads: ReadonlyMap<string, HistoryHead>,
  source: string,
): NewOutboxRow[] {
  // How many events of the same aggregate come after each one in this transaction: its sequence is counted back from the last.
  const followers = new Map<string, number>();
  for (const { event } of published) followers.set(streamOf(event), (followers.get(streamOf(event)) ?? 0) + 1);
  return published.map(({ event, context }, position) => {
    const { contract, key, time, data } = event;
    const later = (followers.get(streamOf(event)) ?? 1) - 1;
    followers.set(streamOf(event), later);
    return {
      event_id: newId(),
      topic: contract.topic,
      key,
      type: contract.type,
      followers: later,
      time: time.toString(),
      headers: {
        source: `/motcua/${source}`,
        traceparent: context.traceparent,
        correlationid: context.correlationId,
        causationid: context.causationId,
        // Published, so that a history cut at its end no longer agrees with what others have heard.
        ...headFor(event, heads),
      },
      data,
      position,
    };
  });
}

const streamOf = ({ contract, key }: NewEvent): string => JSON.stringify([contract.topic, key]);

/** `motcua.case` tells of the history of `case/<key>`. */
function headFor({ contract, key }: NewEvent, heads: ReadonlyMap<string, HistoryHead>): object | undefined {
  const aggregate = `${contract.topic.replace(/^motcua\./, '')}/${key}`;
  const head = heads.get(aggregate);
  return head && { historyaggregate: aggregate, historylength: head.n, historyhead: head.hash.toString('hex') };
}
