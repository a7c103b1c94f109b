import { Controller } from '@nestjs/common';
import { CalendarChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const KEEP = `INSERT INTO calendar_copy (code, revision, definition) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

@Controller()
export class KeepCalendars {
  @On(CalendarChangedV1)
  async keep({ data }: EventEnvelope<CalendarChangedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(KEEP, [data.code, data.revision, JSON.stringify(data.definition)]);
  }
}
