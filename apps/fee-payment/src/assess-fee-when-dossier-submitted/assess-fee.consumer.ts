import { Controller } from '@nestjs/common';
import { DossierSubmittedV1, FeeAssessedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { openAccount } from '../persistence/accounts.js';

/** What is owed is exactly what the submission says: the tariff and the policies of that instant bind (R16, R17). */
@Controller()
export class AssessFeeWhenDossierSubmitted {
  @On(DossierSubmittedV1)
  async assess({ data, time }: EventEnvelope<DossierSubmittedV1>, { tx }: EventContext): Promise<void> {
    const {
      dossierId,
      code,
      procedureCode,
      procedureName,
      receivingAgency,
      competentAgency,
      applicantRef,
      submittedBy,
    } = data;
    const lines = data.feeLines;
    const total = lines.reduce((sum, { net }) => sum + net, 0);
    const agencies = [...new Set([receivingAgency, competentAgency])];
    await openAccount(tx, {
      ...{ dossierId, code, procedureCode, procedureName, receivingAgency, agencies, applicantRef, submittedBy },
      ...{ lines, total, assessedAt: time },
    });
    tx.record({
      aggregate: dossierId,
      at: time,
      actor: 'system:assess-fee',
      action: 'assess-fee',
      detail: { total, lines: lines.length },
    });
    tx.publish({
      contract: FeeAssessedV1,
      key: dossierId,
      time,
      data: { dossierId, total, lines, assessedAt: data.submittedAt },
    });
  }
}
