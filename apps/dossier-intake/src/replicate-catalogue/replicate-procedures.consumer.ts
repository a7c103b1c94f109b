import { Controller } from '@nestjs/common';
import { ProcedureRepealedV1, ProcedureSuspendedV1, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

interface Version {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly content: object;
}

interface Suspension {
  readonly code: string;
  readonly suspendedFrom: string;
  readonly suspendedUntil: string | null;
  readonly reason: string;
}

interface Repeal {
  readonly code: string;
  readonly repealedFrom: string;
}

const keepVersions = copiesIn(
  rowTable<Version>('procedure_version', { code: 'key', version: 'key', effectiveFrom: 'fixed', content: 'fixed' }),
);
const keepSuspensions = copiesIn(
  rowTable<Suspension>('procedure_suspension', {
    code: 'key',
    suspendedFrom: 'key',
    suspendedUntil: 'plain',
    reason: 'plain',
  }),
);
const keepRepeals = copiesIn(rowTable<Repeal>('procedure_repeal', { code: 'key', repealedFrom: 'plain' }));

/** Copies the procedures as the catalogue announces, suspends and repeals them. */
@Controller()
export class ReplicateProcedures {
  /** An announced version never changes: a dossier that was submitted under it stays under it (R14). */
  @On(ProcedureVersionAnnouncedV1)
  async announced({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, effectiveFrom } = data;
    await keepVersions(tx, [{ code, version, effectiveFrom, content: data }]);
  }

  @On(ProcedureSuspendedV1)
  async suspended({ data }: EventEnvelope<ProcedureSuspendedV1>, { tx }: EventContext): Promise<void> {
    const { code, from, until, reason } = data;
    await keepSuspensions(tx, [{ code, suspendedFrom: from, suspendedUntil: until, reason }]);
  }

  @On(ProcedureRepealedV1)
  async repealed({ data: { code, from } }: EventEnvelope<ProcedureRepealedV1>, { tx }: EventContext): Promise<void> {
    await keepRepeals(tx, [{ code, repealedFrom: from }]);
  }
}
