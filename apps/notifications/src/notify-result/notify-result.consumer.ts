import { Controller } from '@nestjs/common';
import { CaseResultIssuedV1, CaseResultRevokedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

/** The applicant is told of every result: issued, issued in the place of another, and revoked (R19, R20). */
@Controller()
export class NotifyResult {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(CaseResultIssuedV1)
  async issued(event: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, name, number, signer, replaces } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { resultName: name, resultNumber: number, signerName: signer.name };
    if (!replaces) {
      const amount = dossier.owed === 0 ? null : dossier.owed;
      return this.applicant.notify(tx, { event, dossier, kind: 'case.result-issued', data: { ...data, amount } });
    }
    const about = { ...data, replacedNumber: replaces.number, reason: replaces.reason };
    return this.applicant.notify(tx, { event, dossier, kind: 'case.result-replaced', data: about });
  }

  @On(CaseResultRevokedV1)
  async revoked(event: EventEnvelope<CaseResultRevokedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, name, number, reason, replacedBy } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    // The message of the new result says what became of the old one.
    if (replacedBy !== null) return;
    const data = { resultName: name, resultNumber: number, reason };
    await this.applicant.notify(tx, { event, dossier, kind: 'case.result-revoked', data });
  }
}
