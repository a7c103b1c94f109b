import { AnyInstant, AnyListOf, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
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
  @AnyText() readonly reason!: string;
  /** Null where a rule did it. */
  @Nested(() => OfficerReference, { nullable: true }) readonly by!: OfficerReference | null;
  /** The task that it is about; null where it is about the case. */
  @Uuid({ nullable: true }) readonly taskId!: string | null;
  @Nested(() => NamedCode, { nullable: true }) readonly step!: NamedCode | null;
  @AnyText() readonly agency!: string;
  @Nested(() => OfficerReference, { nullable: true }) readonly holder!: OfficerReference | null;
  @AnyInstant() readonly at!: string;
  /** The leaders who are to be told. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
