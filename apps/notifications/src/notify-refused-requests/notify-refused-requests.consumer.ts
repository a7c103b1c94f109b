import { Controller } from '@nestjs/common';
import { CaseSupplementRejectedV1, CaseWithdrawalRefusedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import type { KindCode } from '../message-kinds/kinds.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

/** What an applicant asked of a case was answered with 202: its outcome, when it is a refusal, is told with its reason (R21). */
@Controller()
export class NotifyRefusedRequests {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(CaseWithdrawalRefusedV1)
  async withdrawal(event: EventEnvelope<CaseWithdrawalRefusedV1>, { tx }: EventContext): Promise<void> {
    await this.refused(tx, event, 'case.withdrawal-refused');
  }

  @On(CaseSupplementRejectedV1)
  async supplement(event: EventEnvelope<CaseSupplementRejectedV1>, { tx }: EventContext): Promise<void> {
    await this.refused(tx, event, 'case.supplement-rejected');
  }

  private async refused(
    tx: Tx,
    event: EventEnvelope<CaseWithdrawalRefusedV1 | CaseSupplementRejectedV1>,
    kind: KindCode,
  ): Promise<void> {
    const { dossierId, reason } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, { event, dossier, kind, data: { reason } });
  }
}
