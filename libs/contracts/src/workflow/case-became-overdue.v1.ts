import { AnyInstant, AnyListOf, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { DUE_TRACKS, OVERDUE_KINDS, type DueTrack, type OverdueKind } from '../shared/vocabulary.js';

/**
 * A case is late: a due date or the term of a step has passed, or a second supplement counts as such (R10). Recorded once
 * for each kind, track and step, and never taken back. Key: dossierId. Producer: processing-workflow.
 */
export class CaseBecameOverdueV1 {
  static readonly type = 'vn.motcua.case.became-overdue.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @OneOf(OVERDUE_KINDS) readonly kind!: OverdueKind;
  /** The due date that has passed (R18); null for a step and for a second supplement. */
  @OneOf(DUE_TRACKS, { nullable: true }) readonly track!: DueTrack | null;
  /** The step that the case is at, where it is at one. */
  @Nested(() => NamedCode, { nullable: true }) readonly step!: NamedCode | null;
  /** The instant from which on it is late; for a second supplement, when it was asked for. */
  @AnyInstant() readonly dueAt!: string;
  /** When that was recorded. */
  @AnyInstant() readonly at!: string;
  @AnyText() readonly agency!: string;
  @Nested(() => OfficerReference, { nullable: true }) readonly holder!: OfficerReference | null;
  /** Who is to be told: who holds it, and the leaders of the agency. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
