import { InstantText, ListOf, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { ESCALATION_REASONS, type EscalationReason } from '../shared/vocabulary.js';

/**
 * A case is put before the leaders of the agency: a task has been open for too long, its step is late, or an officer asks.
 * Key: dossierId. Producer: processing-workflow.
 */
export class CaseEscalatedV1 {
  static readonly type = 'vn.motcua.case.escalated.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @OneOf(ESCALATION_REASONS) readonly why!: EscalationReason;
  /** A sentence. */
  @Text() readonly reason!: string;
  /** Null where a rule did it. */
  @Nullable() @Nested(() => OfficerReference) readonly by!: OfficerReference | null;
  /** The task that it is about; null where it is about the case. */
  @Nullable() @Uuid() readonly taskId!: string | null;
  @Nullable() @Nested(() => NamedCode) readonly step!: NamedCode | null;
  @Text() readonly agency!: string;
  @Nullable() @Nested(() => OfficerReference) readonly holder!: OfficerReference | null;
  @InstantText() readonly at!: string;
  /** The leaders who are to be told. */
  @ListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
