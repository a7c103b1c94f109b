import { Controller } from '@nestjs/common';
import type { EventEnvelope } from '../events/wire/envelope.js';
import type { EventContext } from '../events/inbox/event-context.js';
import { On } from '../events/inbox/on.decorator.js';
import { NoteWrittenFixture } from './note-written.fixture.js';

/** Keeps the notes that it hears of, unless a title says that it cannot. */
@Controller()
export class NoteReaderController {
  /** What it can do nothing with, until somebody mends it. */
  static unreadable = 'unreadable';

  @On(NoteWrittenFixture)
  async read({ data }: EventEnvelope<NoteWrittenFixture>, { tx }: EventContext): Promise<void> {
    if (data.title === NoteReaderController.unreadable) throw new Error('cannot read that');
    await tx.query('INSERT INTO note (title) VALUES ($1)', [data.title]);
  }
}
