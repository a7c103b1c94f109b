import { InstantText, ListOf, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
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
  @Nullable() @OneOf(DUE_TRACKS) readonly track!: DueTrack | null;
  /** The step that the case is at, where it is at one. */
  @Nullable() @Nested(() => NamedCode) readonly step!: NamedCode | null;
  /** The instant from which on it is late; for a second supplement, when it was asked for. */
  @InstantText() readonly dueAt!: string;
  /** When that was recorded. */
  @InstantText() readonly at!: string;
  @Text() readonly agency!: string;
  @Nullable() @Nested(() => OfficerReference) readonly holder!: OfficerReference | null;
  /** Who is to be told: who holds it, and the leaders of the agency. */
  @ListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
