import { type Dong, type Fault, Refusal } from '@motcua/kernel';
import { receptionDue, type WorkingCalendar } from '@motcua/legal-clock';
import { checkApplicant } from '../applicant/check-applicant.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { missingComponents } from '../received-papers/missing-components.js';
import type { ProcedureVersion } from '../binding-version/procedure-version.js';
import { variantOf } from '../binding-version/procedure-version.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import { checkSubmission, type SubmittableDraft } from './check-submission.js';

export interface Submission {
  readonly draft: SubmittableDraft;
  readonly procedureCode: string;
  /** The version in force now; null where the procedure is unknown, suspended, repealed or not yet in force. */
  readonly procedure: ProcedureVersion | null;
  /** What the procedure's JSON Schema finds wrong with the form data. */
  readonly formFaults: readonly Fault[];
  /** Components whose paper may not, or may no longer, stand for them (R20). */
  readonly paperFaults: readonly Fault[];
  /** Net amount due before acceptance, by the tariff in force now (R16). */
  readonly owedBeforeAcceptance: Dong;
  /** The receiving agency's, for R6. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The dossier is with the one-stop, or awaits its fee first. Its code is given with this fact (R1). */
interface DossierSubmitted {
  readonly status: 'registered' | 'paymentRequired';
  readonly submittedAt: Temporal.Instant;
  readonly procedureVersion: number;
  /** R6; null where the dossier is not online, or a fee is due first. */
  readonly receptionDueAt: Temporal.Instant | null;
}

/**
 * A draft is submitted. Refused with everything at once: `DOSSIER.INCOMPLETE` (evidence `missing`, the codes of missing
 * components), `DOSSIER.PROCEDURE_NOT_IN_FORCE`, `DOSSIER.ACTION_NOT_ALLOWED`.
 * @rule R6 R16
 */
export function submit(life: Life, submission: Submission): DossierSubmitted {
  assertAllowed('submit', life);
  return submitted(life, submission, openProcedureFor(submission));
}

/**
 * As {@link submit}, for a dossier that the national portal hands over: what is missing or wrong keeps it from nothing, and is
 * asked for. Refused only where the procedure is not in force, or the dossier is no draft.
 * @rule R22
 */
export function submitIncomplete(life: Life, submission: Submission): DossierSubmitted {
  assertAllowed('submit', life);
  return submitted(life, submission, submission.procedure ?? openProcedureFor(submission));
}

function submitted(
  life: Life,
  { draft, owedBeforeAcceptance, calendar, now }: Submission,
  procedure: ProcedureVersion,
): DossierSubmitted {
  // A dossier that owes nothing skips payment (R16).
  const status = statusAfter(owedBeforeAcceptance > 0 ? 'submitOwingFee' : 'submit', life.status);
  return {
    status,
    submittedAt: now,
    procedureVersion: procedure.version,
    receptionDueAt: draft.channel === 'online' && status === 'registered' ? receptionDue(calendar, now) : null,
  };
}

function openProcedureFor({
  draft,
  procedureCode,
  procedure,
  formFaults,
  paperFaults,
  now,
}: Submission): ProcedureVersion {
  if (!procedure) {
    throw new Refusal<DossierRefusalCode>('DOSSIER.PROCEDURE_NOT_IN_FORCE', { procedureCode }, [
      {
        pointer: '/procedureCode',
        code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
        detail: {
          vi: 'Thủ tục không có hoặc đang không có hiệu lực.',
          en: 'The procedure does not exist or is not in force.',
        },
      },
      ...checkApplicant(draft.applicant, now),
    ]);
  }
  const faults = [...checkSubmission(draft, procedure, now), ...formFaults, ...paperFaults];
  if (faults.length === 0) return procedure;
  const variant = variantOf(procedure, draft.variant);
  const missing = variant ? missingComponents(variant, draft.attached) : [];
  throw new Refusal<DossierRefusalCode>('DOSSIER.INCOMPLETE', { missing }, faults);
}
