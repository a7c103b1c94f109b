import { Flag, InstantText, ListOf, Nested, Text, Whole } from '@motcua/platform';
import { AskedItemView } from './asked-item.view.js';
import { CollectAtView } from './collect-at.view.js';
import { TrackedDueView } from './tracked-due.view.js';
import { TrackedLinkedView } from './tracked-linked.view.js';
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
  @ListOf(() => TrackedDueView, { description: 'Sums that other bodies collect, such as taxes: not part of `owed`' })
  readonly otherDues!: readonly TrackedDueView[];
  @ListOf(() => TrackedResultView) readonly results!: readonly TrackedResultView[];
  @Text({ nullable: true, description: 'Why `dueAt` is null while the dossier waits; else null' })
  readonly dueAtNote!: string | null;
  @Text({
    nullable: true,
    description:
      'Reason of a refusal, a stop or a wait, as an officer wrote it (R21); null unless the applicant’s number was given',
  })
  readonly reason!: string | null;
  @Flag({ description: 'An officer wrote reasons, which are shown to who gives the applicant’s number (POST)' })
  readonly reasonsHidden!: boolean;
  @ListOf(() => AskedItemView, { description: 'Papers and fields to bring or to correct' })
  readonly asked!: readonly AskedItemView[];
  @InstantText({ nullable: true, description: 'Deadline of what is asked, or of the payment' })
  readonly answerBy!: string | null;
  @Text({ nullable: true, description: '`granted` or `denied`, once it was decided' }) readonly outcome!: string | null;
  @Nested(() => CollectAtView, { nullable: true, description: 'Office that hands out the result' })
  readonly collectAt!: CollectAtView | null;
  @ListOf(() => TrackedLinkedView, {
    description:
      'Dossiers that were submitted together with it, itself among them, in the order in which they are decided',
  })
  readonly linked!: readonly TrackedLinkedView[];
}
