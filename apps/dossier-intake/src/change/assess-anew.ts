import { correctFees, dueOf, sumOf } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { IntakeCode } from '../problems.js';
import type { DossierFacts } from './dossier-facts.js';
import { feesOf } from './submittable.js';

type Assessed = Pick<DossierFacts, 'dossier' | 'circumstances' | 'version' | 'form'>;

interface AssessedAnew {
  readonly lines: DossierRow['feeLines'];
  /** What of the row follows from it. */
  readonly owed: Pick<DossierRow, 'unpaidBeforeAcceptance' | 'unpaidBeforeReturn'>;
  /** Due before the acceptance, in đồng: until now, and from now on. */
  readonly dueBeforeAcceptance: { readonly was: number; readonly is: number };
}

/**
 * The fee of a dossier that says otherwise, by the tariff of its submission; null where nothing is otherwise by which it is
 * assessed.
 * @rule R16
 * @throws Refusal FEE.SETTLED
 */
export function assessedAnew(facts: Assessed, corrected: DossierRow, fields: readonly string[]): AssessedAnew | null {
  const { dossier: before, version } = facts;
  const at = before.submittedAt;
  if (at === null || !fields.some((field) => bearsOnFee(facts, field))) return null;
  const was = dueOf(before.feeLines);
  const settled = {
    beforeAcceptance: was.beforeAcceptance > 0 && before.unpaidBeforeAcceptance === 0,
    beforeReturn: was.beforeReturn > 0 && before.unpaidBeforeReturn === 0,
  };
  const lines = correctFees(before.feeLines, feesOf({ ...facts, dossier: corrected }, version, at).lines, {
    ...settled,
    // What was let pass at the acceptance is not asked for before it any more.
    beforeAcceptance: before.acceptedAt !== null || settled.beforeAcceptance,
  });
  const due = dueOf(lines);
  return {
    lines,
    owed: {
      unpaidBeforeReturn: settled.beforeReturn ? 0 : due.beforeReturn,
      unpaidBeforeAcceptance: settled.beforeAcceptance ? 0 : due.beforeAcceptance,
    },
    dueBeforeAcceptance: { was: was.beforeAcceptance, is: due.beforeAcceptance },
  };
}

/** A field of the form may be one by which a fee is measured. */
const bearsOnFee = ({ circumstances, version }: Assessed, field: string): boolean =>
  /^\/(variant|competentAgency|applicant\/kind|exemptions(\/\d+)?)$/.test(field) ||
  (field.startsWith('/formData') && circumstances.tariffOf(version).some(({ measure = null }) => measure !== null));

/** What changes the fee or the competent agency is shown first. @throws Refusal DOSSIER.CORRECTION_TO_CONFIRM @rule R16 */
export function assertNothingToConfirm(before: DossierRow, after: DossierRow, lines: DossierRow['feeLines']): void {
  const fee = { before: sumOf(before.feeLines), after: sumOf(lines) };
  const competentAgency = { before: before.competentAgency, after: after.competentAgency };
  const differs = {
    ...(fee.before !== fee.after && { fee }),
    ...(competentAgency.before !== competentAgency.after && { competentAgency }),
  };
  if (Object.keys(differs).length > 0) throw new Refusal<IntakeCode>('DOSSIER.CORRECTION_TO_CONFIRM', differs);
}
