import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { wakeWaiting } from '../dossiers/waiting.js';

const REPLICATE = `
  INSERT INTO procedure_copy (code, version, name, field_code, field_name, effective_from) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (code, version) DO UPDATE SET name = $3, field_code = $4, field_name = $5, effective_from = $6`;

/** Which field a procedure belongs to. */
@Controller()
export class ReplicateProcedures {
  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, name, field, effectiveFrom } = data;
    await tx.query(REPLICATE, [code, version, name, field.code, field.name, effectiveFrom]);
    await wakeWaiting(tx, { kind: 'procedureVersion', code: `${code} ${version}` });
  }
}
