import { Controller } from '@nestjs/common';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NoteWrittenV1 } from './note-written.v1.js';

/** A second reaction of the same service to the same event. It finds what the first one wrote. */
@Controller()
export class NoteIndexController {
  @On(NoteWrittenV1)
  async index({ subject, sequence }: EventEnvelope<NoteWrittenV1>, { tx }: EventContext): Promise<void> {
    await tx.query(`UPDATE effect SET indexed = true WHERE key = $1 AND sequence = $2`, [subject, sequence]);
  }
}
