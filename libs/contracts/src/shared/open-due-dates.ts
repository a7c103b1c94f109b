import { InstantText, Nullable } from './fields.js';

/** Both due dates of a case; null while it is paused. */
export class OpenDueDates {
  @Nullable() @InstantText() readonly statutoryDueAt!: string | null;
  @Nullable() @InstantText() readonly promisedDueAt!: string | null;
}
