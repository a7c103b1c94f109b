import { Controller } from '@nestjs/common';
import { ProcedureRepealedV1, ProcedureSuspendedV1, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** Copies the procedures as the catalogue announces, suspends and repeals them. */
@Controller()
export class ReplicateProcedures {
  /** An announced version never changes: a dossier that was submitted under it stays under it (R14). */
  @On(ProcedureVersionAnnouncedV1)
  async announced({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, effectiveFrom } = data;
    await tx.query(sql`
      INSERT INTO procedure_version (code, version, effective_from, content)
      VALUES (${code}, ${version}, ${effectiveFrom}, ${JSON.stringify(data)}) ON CONFLICT DO NOTHING`);
  }

  @On(ProcedureSuspendedV1)
  async suspended({ data }: EventEnvelope<ProcedureSuspendedV1>, { tx }: EventContext): Promise<void> {
    const { code, from, until, reason } = data;
    await tx.query(sql`
      INSERT INTO procedure_suspension (code, suspended_from, suspended_until, reason) VALUES (${code}, ${from}, ${until}, ${reason})
      ON CONFLICT (code, suspended_from) DO UPDATE SET suspended_until = excluded.suspended_until, reason = excluded.reason`);
  }

  @On(ProcedureRepealedV1)
  async repealed({ data: { code, from } }: EventEnvelope<ProcedureRepealedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(sql`
      INSERT INTO procedure_repeal (code, repealed_from) VALUES (${code}, ${from})
      ON CONFLICT (code) DO UPDATE SET repealed_from = excluded.repealed_from`);
  }
}
