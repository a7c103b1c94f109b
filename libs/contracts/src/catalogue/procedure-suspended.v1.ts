import { DayText, Nullable, Text } from '../shared/fields.js';

/** A procedure takes no new dossiers for a while. Key: procedure code. Producer: procedure-catalogue. */
export class ProcedureSuspendedV1 {
  static readonly type = 'vn.motcua.procedure.suspended.v1';
  static readonly topic = 'motcua.procedure';

  @Text() readonly code!: string;
  @DayText() readonly from!: string;
  /** First day on which dossiers are taken again; null: not known. */
  @Nullable() @DayText() readonly until!: string | null;
  @Text() readonly reason!: string;
}
