import { InstantText, Nested, OneOf, Text, TextList, Uuid, Whole } from '@motcua/platform';
import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { LOCAL_BREAK_KINDS, type LocalBreakKind } from '../persistence/breaks.js';
import { BookedByView } from './booked-by.view.js';

export class BreakView {
  @Uuid() readonly id!: string;
  @OneOf(LOCAL_BREAK_KINDS) readonly kind!: LocalBreakKind;
  @Uuid({ nullable: true }) readonly dossierId!: string | null;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Text() readonly reference!: string;
  @OneOf(PAYMENT_METHODS, { nullable: true, description: 'Of a difference from a statement: how the money came' })
  readonly method!: PaymentMethod | null;
  @Text({ nullable: true, min: 0, description: 'The number that the statement has' })
  readonly transaction!: string | null;
  @Uuid({ nullable: true, description: 'The reconciliation that found it first' })
  readonly reconciliationId!: string | null;
  @TextList({ description: 'Agencies whose money it is; an empty list: every cashier sees it' })
  readonly agencies!: readonly string[];
  @Text({ nullable: true, description: 'The officer who is to clear it' }) readonly owner!: string | null;
  @Whole({ description: 'Whole days since it was found, until it was resolved' }) readonly ageDays!: number;
  @Text({ nullable: true, description: 'Amount in đồng, or receipt number, in our records' })
  readonly ours!: string | null;
  @Text({ nullable: true }) readonly theirs!: string | null;
  @Text({ nullable: true }) readonly detail!: string | null;
  @OneOf(['open', 'resolved']) readonly status!: 'open' | 'resolved';
  @Whole({ description: 'Number of times it was found' }) readonly occurrences!: number;
  @InstantText() readonly foundAt!: string;
  @InstantText() readonly lastSeenAt!: string;
  @InstantText({ nullable: true }) readonly resolvedAt!: string | null;
  @Text({ nullable: true }) readonly resolvedBy!: string | null;
  @Text({ nullable: true, description: 'Action taken' }) readonly note!: string | null;
  @Nested(() => BookedByView, {
    nullable: true,
    description: 'The act that resolved it with a booking; null: a note alone',
  })
  readonly bookedBy!: BookedByView | null;
}
