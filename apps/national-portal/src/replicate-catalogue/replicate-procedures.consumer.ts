import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';
import { wakeWaiting } from '../dossiers/waiting.js';

interface ProcedureCopy {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly effectiveFrom: string;
}

const keepProcedures = copiesIn(
  rowTable<ProcedureCopy>('procedure_copy', {
    code: 'key',
    version: 'key',
    name: 'plain',
    fieldCode: 'plain',
    fieldName: 'plain',
    effectiveFrom: 'plain',
  }),
);

/** Which field a procedure belongs to. */
@Controller()
export class ReplicateProcedures {
  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, name, field, effectiveFrom } = data;
    await keepProcedures(tx, [{ code, version, name, fieldCode: field.code, fieldName: field.name, effectiveFrom }]);
    await wakeWaiting(tx, { kind: 'procedureVersion', code: `${code} ${version}` });
  }
}
