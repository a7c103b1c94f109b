import {
  AgencyChangedV1,
  CalendarChangedV1,
  PolicyChangedV1,
  ProcedureRepealedV1,
  ProcedureSuspendedV1,
  ProcedureVersionAnnouncedV1,
  TariffChangedV1,
} from './catalogue/index.js';
import {
  ApplicantChangedV1,
  DossierAcceptedV1,
  DossierReceptionOverdueV1,
  DossierRefusedV1,
  DossierReturnedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  DossierSupplementCompletedV1,
  DossierSupplementExpiredV1,
  DossierSupplementRequestedV1,
  DossierWithdrawalRequestedV1,
  DossierWithdrawnV1,
} from './intake/index.js';
import {
  FeeAssessedV1,
  PaymentBreakFoundV1,
  PaymentReceivedV1,
  ReceiptIssuedV1,
  RefundListedV1,
} from './payment/index.js';
import {
  CaseBecameOverdueV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseDueSoonV1,
  CaseEscalatedV1,
  CaseOpenedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  CaseStoppedV1,
  CaseSupplementCompletedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
  OfficerChangedV1,
} from './workflow/index.js';
import type { Contract } from './shared/contract.js';

/** Every published event, by its producer: the folder that holds the class and its sample. */
export const CONTRACTS_BY_PRODUCER = {
  catalogue: [
    AgencyChangedV1,
    ProcedureVersionAnnouncedV1,
    ProcedureSuspendedV1,
    ProcedureRepealedV1,
    TariffChangedV1,
    PolicyChangedV1,
    CalendarChangedV1,
  ],
  intake: [
    DossierSubmittedV1,
    DossierAcceptedV1,
    DossierStatusChangedV1,
    DossierSupplementRequestedV1,
    DossierSupplementCompletedV1,
    DossierSupplementExpiredV1,
    DossierRefusedV1,
    DossierWithdrawalRequestedV1,
    DossierWithdrawnV1,
    DossierReturnedV1,
    DossierReceptionOverdueV1,
    ApplicantChangedV1,
  ],
  workflow: [
    CaseOpenedV1,
    CaseStartedV1,
    CaseStepChangedV1,
    CaseSupplementRequestedV1,
    CaseSupplementCompletedV1,
    CaseSupplementRejectedV1,
    CaseDeadlineAdjustedV1,
    CaseSupplementDeadlineAdjustedV1,
    CaseDueSoonV1,
    CaseBecameOverdueV1,
    CaseEscalatedV1,
    CaseStoppedV1,
    CaseWithdrawnV1,
    CaseWithdrawalRefusedV1,
    CaseResultIssuedV1,
    CaseResultRevokedV1,
    CaseCompletedV1,
    OfficerChangedV1,
  ],
  payment: [FeeAssessedV1, PaymentReceivedV1, PaymentBreakFoundV1, ReceiptIssuedV1, RefundListedV1],
} as const satisfies Record<string, readonly Contract[]>;

export type Producer = keyof typeof CONTRACTS_BY_PRODUCER;

export const ALL_CONTRACTS: readonly Contract[] = Object.values(CONTRACTS_BY_PRODUCER).flat();
