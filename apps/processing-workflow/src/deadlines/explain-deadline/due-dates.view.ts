import { InstantText } from '@motcua/platform';

/** Both due dates (R18); null while a supplement pauses the clock. */
export class DueDatesView {
  @InstantText({ nullable: true }) readonly statutoryDueAt!: string | null;
  @InstantText({ nullable: true }) readonly promisedDueAt!: string | null;
}
