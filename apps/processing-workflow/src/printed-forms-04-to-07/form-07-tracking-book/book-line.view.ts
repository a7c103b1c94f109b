import { InstantText, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { NamedCodeView } from '../../views/named-code.view.js';

/** A line of the tracking book (form 07). */
export class BookLineView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Nested(() => NamedCodeView) readonly procedure!: NamedCodeView;
  @Text({ nullable: true, description: 'Null once the applicant was erased, and while not heard of yet' })
  readonly applicant!: string | null;
  @Text({ nullable: true }) readonly address!: string | null;
  @Text({ nullable: true }) readonly phone!: string | null;
  @Nested(() => NamedCodeView) readonly receivingAgency!: NamedCodeView;
  @Nested(() => NamedCodeView) readonly competentAgency!: NamedCodeView;
  @InstantText() readonly receivedAt!: string;
  @InstantText({ description: 'As the appointment slip promised it' }) readonly promisedAt!: string;
  @InstantText({ nullable: true, description: 'The promise as it stands; null while the clock is paused' })
  readonly dueAt!: string | null;
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
  @Text({ nullable: true, description: 'Numbers of the signed results' }) readonly result!: string | null;
  @InstantText({ nullable: true }) readonly returnedAt!: string | null;
  @OneOf(['counter', 'post', 'online'], { nullable: true }) readonly returnMethod!: string | null;
  @OneOf(['open', 'awaitingSupplement', 'awaitingPayment', 'completed', 'stopped', 'withdrawn', 'returned'])
  readonly status!: BookStatus;
}

export type BookStatus =
  'open' | 'awaitingSupplement' | 'awaitingPayment' | 'completed' | 'stopped' | 'withdrawn' | 'returned';
