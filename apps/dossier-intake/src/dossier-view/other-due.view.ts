import { Day, Flag, InstantText, Nested, Text, Whole } from '@motcua/platform';
import { CancelledDueView } from './cancelled-due.view.js';
import { DuePaperView } from './due-paper.view.js';
import { DueProofView } from './due-proof.view.js';

/** What the applicant has to pay to another body because of the dossier: a tax, a penalty. Never in our books. */
export class OtherDueView {
  @Whole({ min: 1 }) readonly number!: number;
  @Text() readonly name!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text({ description: 'Body that collects it' }) readonly collector!: string;
  @Text() readonly legalBasis!: string;
  @Text() readonly howToPay!: string;
  @Day({ nullable: true, description: 'Last day of payment, as its body says' }) readonly payBy!: string | null;
  @Flag({ description: 'The result waits for the proof' }) readonly holdsBack!: boolean;
  @InstantText() readonly askedAt!: string;
  @Text({ description: 'Officer who passed it on' }) readonly askedBy!: string;
  @Nested(() => DuePaperView, { nullable: true, description: 'Notice of the body' })
  readonly notice!: DuePaperView | null;
  @Nested(() => DueProofView, { nullable: true }) readonly proof!: DueProofView | null;
  @Nested(() => DuePaperView, { nullable: true, description: 'Paper that proves the payment, where one was attached' })
  readonly proofPaper!: DuePaperView | null;
  @Nested(() => CancelledDueView, { nullable: true }) readonly cancelled!: CancelledDueView | null;
}
