import { AnyText, Day } from '@motcua/fields';
/** A procedure takes no new dossiers for a while. Key: procedure code. Producer: procedure-catalogue. */
export class ProcedureSuspendedV1 {
  static readonly type = 'vn.motcua.procedure.suspended.v1';
  static readonly topic = 'motcua.procedure';

  @AnyText() readonly code!: string;
  @Day() readonly from!: string;
  /** First day on which dossiers are taken again; null: not known. */
  @Day({ nullable: true }) readonly until!: string | null;
  @AnyText() readonly reason!: string;
}
