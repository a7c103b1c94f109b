import { DayText, Text } from '../shared/fields.js';

/**
 * A procedure exists no more from a date; dossiers submitted before go on (R14). Key: procedure code. Producer:
 * procedure-catalogue.
 */
export class ProcedureRepealedV1 {
  static readonly type = 'vn.motcua.procedure.repealed.v1';
  static readonly topic = 'motcua.procedure';

  @Text() readonly code!: string;
  @DayText() readonly from!: string;
  @Text() readonly decisionNumber!: string;
}
