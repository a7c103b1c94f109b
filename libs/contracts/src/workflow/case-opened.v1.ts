import { InstantText, Nested, Text, Uuid } from '../shared/fields.js';
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
  @Text() readonly code!: string;
  @Nested(() => CaseDefinition) readonly definition!: CaseDefinition;
  @InstantText() readonly openedAt!: string;
  @InstantText() readonly statutoryDueAt!: string;
  @InstantText() readonly promisedDueAt!: string;
  @Nested(() => NamedCode) readonly firstStep!: NamedCode;
  @Text() readonly agency!: string;
}
