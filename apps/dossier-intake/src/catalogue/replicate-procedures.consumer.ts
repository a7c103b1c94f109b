import { Controller } from '@nestjs/common';
import { ProcedureRepealedV1, ProcedureSuspendedV1, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

// An announced version never changes: a dossier that was submitted under it stays under it (R14).
const ANNOUNCED = `INSERT INTO procedure_version (code, version, effective_from, content) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
const SUSPENDED = `
  INSERT INTO procedure_suspension (code, suspended_from, suspended_until, reason) VALUES ($1, $2, $3, $4)
  ON CONFLICT (code, suspended_from) DO UPDATE SET suspended_until = $3, reason = $4`;
const REPEALED = `
  INSERT INTO procedure_repeal (code, repealed_from) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET repealed_from = $2`;

/** Keeps the procedures as the catalogue announces, suspends and repeals them. */
@Controller()
export class ReplicateProcedures {
  @On(ProcedureVersionAnnouncedV1)
  async announced({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(ANNOUNCED, [data.code, data.version, data.effectiveFrom, JSON.stringify(data)]);
  }

  @On(ProcedureSuspendedV1)
  async suspended({ data }: EventEnvelope<ProcedureSuspendedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(SUSPENDED, [data.code, data.from, data.until, data.reason]);
  }

  @On(ProcedureRepealedV1)
  async repealed({ data }: EventEnvelope<ProcedureRepealedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(REPEALED, [data.code, data.from]);
  }
}
