import { Controller } from '@nestjs/common';
import {
  type PortalRequest,
  PortalDossierReceivedV1,
  PortalSupplementReceivedV1,
  PortalWithdrawalReceivedV1,
} from '@motcua/contracts';
import { Refusal } from '@motcua/kernel';
import {
  Commands,
  type EventContext,
  type EventEnvelope,
  identityHash,
  NotYetKnown,
  On,
  PlatformConfig,
  SealingConfig,
  sealText,
  type Tx,
} from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import type { IntakeCode } from '../problems.js';
import { WITHDRAW_DOSSIER } from '../decisions/withdraw-dossier.js';
import { ASK_FOR_WHAT_MISSES } from './ask-for-what-misses.js';
import { CHANGE_DELIVERED } from './change-delivered.js';
import { deliveredApplicant } from './delivered-applicant.js';
import { rememberRevisions, revisionOf } from './delivered-revisions.js';
import { GIVE_SUPPLEMENT } from './give-supplement.js';
import { NATIONAL_PORTAL } from './portal-actor.js';
import { SUBMIT_DELIVERED } from './submit-delivered.js';
import { TakeInDossierKind } from './take-in-dossier.js';
import { TELL_REFUSAL } from './tell-refusal.js';

/** What citizens do at the national portal: the same as everybody's, through the same checks. */
@Controller()
export class ReceiveFromPortal {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly commands: Commands,
    private readonly takeIn: TakeInDossierKind,
    private readonly sealing: SealingConfig,
    private readonly platform: PlatformConfig,
  ) {}

  @On(PortalDossierReceivedV1)
  async dossier({ data: delivered }: EventEnvelope<PortalDossierReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, revision, fileFaults, identified } = delivered;
    const applicant = deliveredApplicant(this.sealing.sealingKey, delivered);
    await this.orTell(tx, { dossierId: id, request: 'dossier', requestId: null }, async () => {
      const known = await revisionOf(tx, id);
      if (known === undefined) {
        await this.commands.apply(tx, this.takeIn, { delivered, applicant });
        await this.dossiers.apply(tx, SUBMIT_DELIVERED, { id, identified });
      } else if (known < revision) {
        const { type, number } = applicant.identity;
        const sealedNumber = sealText(this.sealing.sealingKey, number);
        const applicantRef = identityHash(this.platform.identityKey, type, number);
        await this.dossiers.apply(tx, CHANGE_DELIVERED, { id, delivered, applicant, sealedNumber, applicantRef });
      }
      await rememberRevisions(tx, [{ dossierId: id, revision }]);
      await this.dossiers.apply(tx, ASK_FOR_WHAT_MISSES, { id, fileFaults });
    });
  }

  @On(PortalSupplementReceivedV1)
  async supplement(
    { data: delivered }: EventEnvelope<PortalSupplementReceivedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    const { dossierId: id, requestId, fileFaults } = delivered;
    await this.orTell(tx, { dossierId: id, request: 'supplement', requestId }, async () => {
      await this.dossiers.apply(tx, GIVE_SUPPLEMENT, { id, delivered });
      if (fileFaults.length > 0) await this.dossiers.apply(tx, ASK_FOR_WHAT_MISSES, { id, fileFaults });
    });
  }

  @On(PortalWithdrawalReceivedV1)
  async withdrawal({ data }: EventEnvelope<PortalWithdrawalReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, requestId, reason } = data;
    await this.orTell(tx, { dossierId: id, request: 'withdrawal', requestId }, () =>
      this.dossiers.apply(tx, WITHDRAWAL_AT_PORTAL, {
        id,
        reason,
        onBehalf: {},
        actor: NATIONAL_PORTAL,
        version: null,
        language: 'vi',
      }),
    );
  }

  /** A refusal is decided before anything is written: it can be told in the same transaction. */
  private async orTell(
    tx: Tx,
    about: { dossierId: string; request: PortalRequest; requestId: string | null },
    work: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code } = error as Refusal<string>;
      // Nothing that the citizen did is wrong: the catalogue's events are on their way here.
      if (NOT_HERE_YET.includes(code)) throw new NotYetKnown(`${code} of dossier ${about.dossierId}`);
      await this.commands.apply(tx, TELL_REFUSAL, { ...about, code });
    }
  }
}

const NOT_HERE_YET: readonly string[] = [
  'CATALOGUE.CALENDAR_UNKNOWN',
  'CATALOGUE.TARIFF_UNKNOWN',
] satisfies IntakeCode[];

/** The portal asks, for whom no token says how far it reaches. */
const WITHDRAWAL_AT_PORTAL = { ...WITHDRAW_DOSSIER, scope: null };
