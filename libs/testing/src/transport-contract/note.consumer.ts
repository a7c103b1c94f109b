import { Controller } from '@nestjs/common';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { ANNOUNCE } from './announcement.js';
import { NoteScript } from './note-script.js';
import { NoteStateV1 } from './note-state.v1.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import { WordKnownV1 } from './word-known.v1.js';

const EFFECT = `INSERT INTO effect (key, sequence, line) VALUES ($1, $2, $3)`;

/** Writes one row per event, so that an event applied twice or out of order can be seen. */
@Controller()
export class NoteController {
  constructor(
    private readonly script: NoteScript,
    private readonly commands: Commands,
  ) {}

  @On(NoteWrittenV1)
  async written(event: EventEnvelope<NoteWrittenV1>, context: EventContext): Promise<void> {
    this.script.calls.push(`${event.subject}/${event.sequence}`);
    await this.script.act(event, context, (told) => this.commands.apply(context.tx, ANNOUNCE, told));
    await context.tx.query(EFFECT, [event.subject, event.sequence, event.data.line]);
  }

  @On(NoteStateV1)
  state(event: EventEnvelope<NoteStateV1>, context: EventContext): Promise<void> {
    return this.written(event, context);
  }

  @On(WordKnownV1)
  word(event: EventEnvelope<WordKnownV1>, context: EventContext): Promise<void> {
    return this.written(event, context);
  }
}
