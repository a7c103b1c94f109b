import { Controller } from '@nestjs/common';
import {
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStoppedV1,
  CaseSupplementCancelledV1,
  CaseSupplementCompletedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawnV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';
import { afterAdjustment } from './due-dates.js';
import { isOwed } from './is-owed.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const nameOf = ({ resultCode, number }: { resultCode: string; number: string }): string => `${resultCode} ${number}`;

/** What the case tells of a dossier. */
@Controller()
export class FollowCase {
  constructor(private readonly dossiers: Dossiers) {}

  @On(CaseSupplementRequestedV1)
  async asked({ data, time }: EventEnvelope<CaseSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({
      supplementRequests: data.number,
      supplementOpenSince: instant(data.requestedAt),
    }));
  }

  @On(CaseSupplementCompletedV1)
  async given({ data, time }: EventEnvelope<CaseSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ supplementOpenSince: null }));
  }

  @On(CaseSupplementCancelledV1)
  async cancelled({ data, time }: EventEnvelope<CaseSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ supplementOpenSince: null }));
  }

  @On(CaseDeadlineAdjustedV1)
  async adjusted({ data, time }: EventEnvelope<CaseDeadlineAdjustedV1>, { tx }: EventContext): Promise<void> {
    const { rule, promisedDueAt } = data;
    const at = instant(data.at);
    const promised = promisedDueAt === null ? null : instant(promisedDueAt);
    await this.dossiers.changeAccepted(tx, data.dossierId, time, (dossier) =>
      afterAdjustment(dossier, { rule, at, promised }),
    );
  }

  @On(CaseFeeDemandedV1)
  async demanded({ data, time }: EventEnvelope<CaseFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    if (isOwed(data.demand.lines))
      await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ feeArose: true }));
  }

  @On(CaseResultIssuedV1)
  async issued({ data, time }: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, ({ resultsInForce }) => ({
      resultsInForce: [...resultsInForce.filter((other) => other !== nameOf(data)), nameOf(data)],
    }));
  }

  // What takes its place is issued, too.
  @On(CaseResultRevokedV1)
  async revoked({ data, time }: EventEnvelope<CaseResultRevokedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, ({ resultsInForce }) => ({
      resultsInForce: resultsInForce.filter((other) => other !== nameOf(data)),
    }));
  }

  @On(CaseCompletedV1)
  async completed({ data, time }: EventEnvelope<CaseCompletedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ processedAt: instant(data.completedAt) }));
  }

  @On(CaseStoppedV1)
  async stopped({ data, time }: EventEnvelope<CaseStoppedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ stoppedAt: instant(data.stoppedAt) }));
  }

  @On(CaseWithdrawnV1)
  async withdrawn({ data, time }: EventEnvelope<CaseWithdrawnV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.changeAccepted(tx, data.dossierId, time, () => ({ withdrawnAt: instant(data.withdrawnAt) }));
  }
}
