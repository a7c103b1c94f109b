import { AnyText, Count } from '@motcua/fields';
/** The calendar by which a due date was computed, at the revision that was used. */
export class CalendarReference {
  @AnyText() readonly code!: string;
  @Count() readonly revision!: number;
}
