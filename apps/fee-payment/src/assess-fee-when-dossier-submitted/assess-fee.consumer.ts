import { Controller } from '@nestjs/common';
import { DossierSubmittedV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { storedParties } from '../persistence/parties.js';
import { ASSESS_FEE } from './assess-fee.js';

/** What is owed is exactly what the submission says: the tariff and the policies of that instant bind (R16, R17). */
@Controller()
export class AssessFeeWhenDossierSubmitted {
  constructor(private readonly commands: Commands) {}

  @On(DossierSubmittedV1)
  async assess({ data, time }: EventEnvelope<DossierSubmittedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, code, procedureCode, procedureName, receivingAgency, competentAgency } = data;
    const { applicantRef, submittedBy, feeLines: lines } = data;
    const account = {
      ...{ dossierId, version: 1, code, procedureCode, procedureName, receivingAgency, applicantRef, submittedBy },
      ...storedParties(data.parties),
      agencies: [...new Set([receivingAgency, competentAgency])],
      lines,
      total: lines.reduce((sum, { net }) => sum + net, 0),
      ...{ paid: [], ended: null, unallocated: 0, namedCashReceipt: null },
      assessedAt: Temporal.Instant.from(data.submittedAt),
      demandedAt: null,
    };
    await this.commands.apply(tx, ASSESS_FEE, { account, at: time });
  }
}
