import { AnyInstant, AnyText, AnyTextList, Nested, Uuid } from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';

/** Another step, agency or officer holds the case now (R19). Key: dossierId. Producer: processing-workflow. */
export class CaseStepChangedV1 {
  static readonly type = 'vn.motcua.case.step-changed.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  /** Null once no step is left. */
  @Nested(() => NamedCode, { nullable: true }) readonly step!: NamedCode | null;
  /** The agency that answers for the case. */
  @AnyText() readonly agency!: string;
  @Nested(() => OfficerReference, { nullable: true }) readonly officer!: OfficerReference | null;
  @AnyInstant() readonly at!: string;
  /** Every agency with a task on the case, consulted ones too (R23); absent in events of earlier releases. */
  @AnyTextList({ optional: true, nullable: true }) readonly agenciesWithTask?: readonly string[] | null;
}
