import { InstantText, ListOf, Text, Whole } from '@motcua/platform';

import { TrackedResultView } from './tracked-result.view.js';

/** What anyone with the code may know: nothing personal of the applicant. */
export class TrackingView {
  @Text() readonly code!: string;
  @Text() readonly procedureName!: string;
  @Text() readonly status!: string;
  @Text({ description: "The status in the caller's language" }) readonly statusName!: string;
  @Whole() readonly statusNumber!: number;
  @InstantText() readonly statusSince!: string;
  @Text({ nullable: true }) readonly holderAgency!: string | null;
  @Text({ nullable: true }) readonly holderOfficer!: string | null;
  @Text({ nullable: true }) readonly step!: string | null;
  @InstantText({ nullable: true }) readonly submittedAt!: string | null;
  @InstantText({ nullable: true }) readonly receptionDueAt!: string | null;
  @InstantText({ nullable: true }) readonly acceptedAt!: string | null;
  @InstantText({ nullable: true, description: 'Current promised due date; null while the term is paused' })
  readonly dueAt!: string | null;
  @Whole({ description: 'Unpaid fees, in đồng: no result is handed out until they are paid (R16)' })
  readonly owed!: number;
  @Text({ nullable: true, description: 'Ways to pay them; null where nothing is owed' })
  readonly howToPay!: string | null;
  @ListOf(() => TrackedResultView) readonly results!: readonly TrackedResultView[];
}
