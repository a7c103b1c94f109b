import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CaseSupplementRejectedV1, CaseWithdrawalRefusedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../keep-dossiers/dossiers.js';
import type { KindCode } from '../message-kinds/kinds.js';
import { TellApplicant } from '../tell-applicant/tell-applicant.js';

/** What an applicant asked of a case was answered with 202: its outcome, when it is a refusal, is told with its reason (R21). */
@Controller()
export class TellRefusedRequests {
  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(TellApplicant) private readonly applicant: TellApplicant,
  ) {}

  @On(CaseWithdrawalRefusedV1)
  async withdrawal(
    @Payload() event: EventEnvelope<CaseWithdrawalRefusedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.refused(tx, event, 'case.withdrawal-refused');
  }

  @On(CaseSupplementRejectedV1)
  async supplement(
    @Payload() event: EventEnvelope<CaseSupplementRejectedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.refused(tx, event, 'case.supplement-rejected');
  }

  private async refused(
    tx: Tx,
    event: EventEnvelope<CaseWithdrawalRefusedV1 | CaseSupplementRejectedV1>,
    kind: KindCode,
  ): Promise<void> {
    const { dossierId, reason } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.tell(tx, { event, dossier, kind, data: { reason } });
  }
}
