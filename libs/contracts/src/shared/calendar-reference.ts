import { Count, Text } from './fields.js';

/** The calendar by which a due date was computed, at the revision that was used. */
export class CalendarReference {
  @Text() readonly code!: string;
  @Count() readonly revision!: number;
}
