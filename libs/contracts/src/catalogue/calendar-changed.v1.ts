import { AnyText, Count, JsonObject } from '@motcua/fields';
/** A working calendar, after a change (R5). Key: its code. Producer: procedure-catalogue. */
export class CalendarChangedV1 {
  static readonly type = 'vn.motcua.calendar.changed.v1';
  static readonly topic = 'motcua.calendar';
  static readonly snapshot = true;

  @AnyText() readonly code!: string;
  @Count() readonly revision!: number;
  /** As `parseCalendar` of the legal clock reads it. */
  @JsonObject() readonly definition!: Readonly<Record<string, unknown>>;
}
