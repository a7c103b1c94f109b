import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { LOCAL_BREAK_KINDS, type LocalBreakKind } from '../persistence/breaks.js';

export class BreakView {
  @Uuid() readonly id!: string;
  @OneOf(LOCAL_BREAK_KINDS) readonly kind!: LocalBreakKind;
  @Uuid({ nullable: true }) readonly dossierId!: string | null;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Text() readonly reference!: string;
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
}
