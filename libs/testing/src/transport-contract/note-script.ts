import type { EventContext, EventEnvelope, NewEvent } from '@motcua/platform';
import type { NoteWrittenV1 } from './note-written.v1.js';

export type NoteEvent = EventEnvelope<NoteWrittenV1>;

/** What the consumer of a test does before it writes its effect. */
export class NoteScript {
  /** Every call of a handler, as `key/sequence`. */
  readonly calls: string[] = [];
  act: (event: NoteEvent, context: EventContext, publish: (event: NewEvent) => Promise<unknown>) => unknown = () =>
    undefined;
}
