import {
  DossierAcceptanceUndoneV1,
  DossierAgencyMovedV1,
  DossierFeeDemandedV1,
  DossierOtherDueAskedV1,
  DossierCorrectedV1,
  DossierMessageSentV1,
  DossierReceptionOverdueV1,
  DossierReceiptUnconfirmedV1,
  DossierRefusedV1,
  DossierReminderDueV1,
  DossierReturnedV1,
  DossierReturnUndoneV1,
  DossierSupplementCancelledV1,
  DossierSupplementCompletedV1,
  DossierSupplementDeadlineMovedV1,
  DossierSupplementExpiredV1,
  DossierSupplementPartGivenV1,
  DossierSupplementRequestedV1,
  DossierWithdrawalRequestedV1,
  DossierWithdrawnV1,
} from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import type { EventContract } from '@motcua/platform';
import { componentFileOf } from '../persistence/component-file.js';
import { partyReferences } from '../persistence/parties.js';
import { acceptedData } from './accepted-data.js';
import type { DossierChange, Told } from './dossier-change.js';
import { submittedData } from './submitted-data.js';
import { TOLD_OF_POST } from './told-of-post.js';

interface Telling {
  readonly contract: EventContract;
  readonly data: object;
}

const common = ({ after }: DossierChange) => ({ dossierId: after.id, code: after.code ?? '' });

const completed = (
  change: DossierChange,
  { number, files, enough }: Told['supplementCompleted'],
  afterAcceptance: boolean,
): Telling => ({
  contract: DossierSupplementCompletedV1,
  data: {
    ...common(change),
    number,
    completedAt: withOffset(change.at),
    afterAcceptance,
    files: files.map(componentFileOf(change.after.channel)),
    ...(enough && { takenAsEnough: enough }),
  } satisfies DossierSupplementCompletedV1,
});

/** The event of each fact that is told. */
export const TOLD_EVENTS: { readonly [Action in keyof Told]: (change: DossierChange, told: Told[Action]) => Telling } =
  {
    submitted: submittedData,
    accepted: acceptedData,
    acceptanceUndone: (change, { reason, by }) => ({
      contract: DossierAcceptanceUndoneV1,
      data: {
        ...common(change),
        applicantRef: change.after.applicantRef,
        undoneAt: withOffset(change.at),
        undoneBy: by,
        reason,
      } satisfies DossierAcceptanceUndoneV1,
    }),
    refused: (change, { faults, refusedBy }) => ({
      contract: DossierRefusedV1,
      data: {
        ...common(change),
        applicantRef: change.after.applicantRef,
        refusedAt: withOffset(change.at),
        reason: change.after.statusReason ?? '',
        faults,
        refusedBy,
      } satisfies DossierRefusedV1,
    }),
    agencyMoved: (change, { from, to, reason, by }) => ({
      contract: DossierAgencyMovedV1,
      data: {
        dossierId: change.after.id,
        from,
        to,
        reason,
        movedAt: withOffset(change.at),
        movedBy: by,
      } satisfies DossierAgencyMovedV1,
    }),
    feeDemanded: (change, { demand: { paidAt: _, notice: __, ...demand } }) => ({
      contract: DossierFeeDemandedV1,
      data: { dossierId: change.after.id, demand } satisfies DossierFeeDemandedV1,
    }),
    otherDueAsked: ({ after }, { due: { notice: _, proof: __, proofPaper: ___, cancelled: ____, ...due } }) => ({
      contract: DossierOtherDueAskedV1,
      data: { dossierId: after.id, ...due } satisfies DossierOtherDueAskedV1,
    }),
    receptionOverdue: (change, { receptionDueAt }) => ({
      contract: DossierReceptionOverdueV1,
      data: {
        ...common(change),
        receivingAgency: change.after.receivingAgency,
        receptionDueAt: withOffset(receptionDueAt),
        at: withOffset(change.at),
      } satisfies DossierReceptionOverdueV1,
    }),
    supplementRequested: (change, { request: { number, items, deadlineAt, requestedBy } }) => ({
      contract: DossierSupplementRequestedV1,
      data: {
        ...common(change),
        applicantRef: change.after.applicantRef,
        number,
        requestedAt: withOffset(change.at),
        items,
        deadlineAt: withOffset(deadlineAt),
        requestedBy,
      } satisfies DossierSupplementRequestedV1,
    }),
    supplementGiven: (change, told) => completed(change, told, true),
    supplementCompleted: (change, told) => completed(change, told, false),
    supplementPartGiven: (change, { number, part, missing }) => ({
      contract: DossierSupplementPartGivenV1,
      data: {
        ...common(change),
        number,
        givenAt: withOffset(change.at),
        afterAcceptance: change.after.acceptedAt !== null,
        items: part.items,
        missing,
      } satisfies DossierSupplementPartGivenV1,
    }),
    supplementTakenBack: (change, { number, reason, by }) => ({
      contract: DossierSupplementCancelledV1,
      data: {
        ...common(change),
        number,
        cancelledAt: withOffset(change.at),
        reason,
        by,
      } satisfies DossierSupplementCancelledV1,
    }),
    supplementDeadlineMoved: (change, { number, reason, by, previous, deadlineAt }) => ({
      contract: DossierSupplementDeadlineMovedV1,
      data: {
        ...common(change),
        number,
        movedAt: withOffset(change.at),
        reason,
        by,
        previousDeadlineAt: withOffset(previous),
        deadlineAt: withOffset(deadlineAt),
      } satisfies DossierSupplementDeadlineMovedV1,
    }),
    supplementExpired: (change, { number, deadlineAt }) => ({
      contract: DossierSupplementExpiredV1,
      data: {
        ...common(change),
        number,
        deadlineAt: withOffset(deadlineAt),
        expiredAt: withOffset(change.at),
      } satisfies DossierSupplementExpiredV1,
    }),
    messageSent: (change, { number, fromApplicant, by, tell }) => ({
      contract: DossierMessageSentV1,
      data: {
        ...common(change),
        number,
        sentAt: withOffset(change.at),
        fromApplicant,
        by,
        tell,
      } satisfies DossierMessageSentV1,
    }),
    withdrawalRequested: (change, { reason }) => ({
      contract: DossierWithdrawalRequestedV1,
      data: { ...common(change), reason, requestedAt: withOffset(change.at) } satisfies DossierWithdrawalRequestedV1,
    }),
    withdrawn: (change, { reason }) => ({
      contract: DossierWithdrawnV1,
      data: { ...common(change), reason, withdrawnAt: withOffset(change.at) } satisfies DossierWithdrawnV1,
    }),
    corrected: (change, { correction: { number, correctedAt, correctedBy, fields } }) => {
      const { applicantRef, applicant, variant, receivingAgency, competentAgency, delivery, feeLines } = change.after;
      return {
        contract: DossierCorrectedV1,
        data: {
          ...common(change),
          number,
          correctedAt: withOffset(correctedAt),
          correctedBy,
          fields,
          applicantRef,
          parties: partyReferences(change.after.parties),
          applicantKind: applicant.kind,
          variant,
          receivingAgency,
          competentAgency,
          deliveryMethod: delivery.method,
          feeLines,
        } satisfies DossierCorrectedV1,
      };
    },
    reminded: (change, { awaited, number, owed, endsAt, collectAt }) => ({
      contract: DossierReminderDueV1,
      data: {
        ...common(change),
        applicantRef: change.after.applicantRef,
        awaited,
        number,
        owed,
        endsAt: endsAt && withOffset(endsAt),
        collectAt,
      } satisfies DossierReminderDueV1,
    }),
    receiptDoubted: (change, { receiptNumber, owed, tell }) => ({
      contract: DossierReceiptUnconfirmedV1,
      data: {
        ...common(change),
        receiptNumber,
        owed,
        acceptedAt: withOffset(change.after.acceptedAt ?? change.at),
        tell,
      } satisfies DossierReceiptUnconfirmedV1,
    }),
    ...TOLD_OF_POST,
    returnUndone: (change, { reason, by }) => ({
      contract: DossierReturnUndoneV1,
      data: {
        ...common(change),
        applicantRef: change.after.applicantRef,
        undoneAt: withOffset(change.at),
        undoneBy: by,
        reason,
      } satisfies DossierReturnUndoneV1,
    }),
    returned: (change) => {
      const { applicantRef, returned } = change.after;
      if (!returned) throw new Error('a returned dossier says how');
      const { at, method, trackingNumber, by } = returned;
      return {
        contract: DossierReturnedV1,
        data: {
          ...common(change),
          applicantRef,
          returnedAt: at,
          method,
          trackingNumber,
          returnedBy: by,
        } satisfies DossierReturnedV1,
      };
    },
  };
