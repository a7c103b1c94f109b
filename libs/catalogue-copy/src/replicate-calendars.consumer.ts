import { Controller } from '@nestjs/common';
import { CalendarChangedV1, type Plain } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

type Calendar = Pick<Plain<CalendarChangedV1>, 'code' | 'revision' | 'definition'>;

/** A revision never changes. */
const keepCalendars = copiesIn(
  rowTable<Calendar>('calendar_copy', { code: 'key', revision: 'key', definition: 'fixed' }),
);

@Controller()
export class ReplicateCalendars {
  @On(CalendarChangedV1)
  async replicate({ data }: EventEnvelope<CalendarChangedV1>, { tx }: EventContext): Promise<void> {
    await keepCalendars(tx, [data]);
  }
}
