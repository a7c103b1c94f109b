import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';
import { CaseDefinition } from './case-definition.js';

/**
 * An accepted dossier has a case, with its frozen process and original due dates (R12, R14). Key: dossierId.
 * Producer: processing-workflow.
 */
export class CaseOpenedV1 {
  static readonly type = 'vn.motcua.case.opened.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Nested(() => CaseDefinition) readonly definition!: CaseDefinition;
  @AnyInstant() readonly openedAt!: string;
  @AnyInstant() readonly statutoryDueAt!: string;
  @AnyInstant() readonly promisedDueAt!: string;
  @Nested(() => NamedCode) readonly firstStep!: NamedCode;
  @AnyText() readonly agency!: string;
}
