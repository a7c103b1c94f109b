import { AnyInstant } from '@motcua/fields';
/** Both due dates of a case; null while it is paused. */
export class OpenDueDates {
  @AnyInstant({ nullable: true }) readonly statutoryDueAt!: string | null;
  @AnyInstant({ nullable: true }) readonly promisedDueAt!: string | null;
}
