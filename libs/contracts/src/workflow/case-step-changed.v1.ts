import { InstantText, MayBeAbsent, Nested, Nullable, Text, TextList, Uuid } from '../shared/fields.js';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';

/** Another step, agency or officer holds the case now (R19). Key: dossierId. Producer: processing-workflow. */
export class CaseStepChangedV1 {
  static readonly type = 'vn.motcua.case.step-changed.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  /** Null once no step is left. */
  @Nullable() @Nested(() => NamedCode) readonly step!: NamedCode | null;
  /** The agency that answers for the case. */
  @Text() readonly agency!: string;
  @Nullable() @Nested(() => OfficerReference) readonly officer!: OfficerReference | null;
  @InstantText() readonly at!: string;
  /** Every agency with a task on the case, consulted ones too (R23); absent in events of earlier releases. */
  @MayBeAbsent() @Nullable() @TextList() readonly agenciesWithTask?: readonly string[] | null;
}
