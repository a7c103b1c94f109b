import { AnyInstant, AnyListOf, AnyText, Count, Nested, OneOf, Uuid } from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { DUE_TRACKS, type DueTrack } from '../shared/vocabulary.js';

/** A due date draws near, at a distance that the province has set. Key: dossierId. Producer: processing-workflow. */
export class CaseDueSoonV1 {
  static readonly type = 'vn.motcua.case.due-soon.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @OneOf(DUE_TRACKS) readonly track!: DueTrack;
  @AnyInstant() readonly dueAt!: string;
  /** The distance, in working hours. */
  @Count() readonly workingHoursBefore!: number;
  @AnyInstant() readonly at!: string;
  @Nested(() => NamedCode, { nullable: true }) readonly step!: NamedCode | null;
  @AnyText() readonly agency!: string;
  @Nested(() => OfficerReference, { nullable: true }) readonly holder!: OfficerReference | null;
  /** Who is to be told: who holds it, and the leaders of the agency. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
