import { Controller } from '@nestjs/common';
import { CalendarChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const REPLICATE = `INSERT INTO calendar_copy (code, revision, definition) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

@Controller()
export class ReplicateCalendars {
  @On(CalendarChangedV1)
  async replicate({ data }: EventEnvelope<CalendarChangedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(REPLICATE, [data.code, data.revision, JSON.stringify(data.definition)]);
  }
}
