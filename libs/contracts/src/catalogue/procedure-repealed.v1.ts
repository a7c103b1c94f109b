import { AnyText, Day } from '@motcua/fields';
/**
 * A procedure exists no more from a date; dossiers submitted before go on (R14). Key: procedure code. Producer:
 * procedure-catalogue.
 */
export class ProcedureRepealedV1 {
  static readonly type = 'vn.motcua.procedure.repealed.v1';
  static readonly topic = 'motcua.procedure';

  @AnyText() readonly code!: string;
  @Day() readonly from!: string;
  @AnyText() readonly decisionNumber!: string;
}
