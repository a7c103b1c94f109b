import {
  type Applicant,
  checkSubmission,
  type DossierRefusalCode,
  type Parties,
  POWER_OF_ATTORNEY,
  type SubmittableDraft,
  variantOf,
} from '@motcua/dossier-domain';
import { type Fault, Refusal } from '@motcua/kernel';
import type { Circumstances } from '../catalogue/circumstances.js';
import { decided } from '../catalogue/procedures.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import { submittable } from '../change/submittable.js';
import type { DossierRow } from '../persistence/dossier-row.js';

export interface Corrected {
  /** With the agencies that the corrected dossier names. */
  readonly circumstances: Circumstances;
  readonly corrected: DossierRow;
  /** The identity number before and after, in clear. */
  readonly numbers: readonly [before: string, after: string];
  /** Who has a part in it beside the applicant afterwards. */
  readonly correctedParties: Parties;
}

const ALLOWED_UNTIL_ACCEPTANCE = ['/receivingAgency', '/competentAgency'];

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** @throws Refusal DOSSIER.INPUT_INVALID with every fault of what is to be otherwise */
export function assertCorrectable(
  facts: DossierFacts & Corrected,
  fields: readonly string[],
  now: Temporal.Instant,
): void {
  const faults = [
    ...(fields.length === 0
      ? [
          fault(
            '',
            'DOSSIER.NOTHING_CORRECTED',
            'Thông tin đề nghị đính chính trùng với thông tin đã ghi.',
            'The dossier says so already.',
          ),
        ]
      : []),
    ...afterAcceptance(facts, fields),
    ...reusedPapers(facts, fields),
    ...ofFields(checked(facts, now), fields),
    ...ofFields(facts.formFaults(facts.version, facts.form(facts.corrected)), fields),
  ];
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
}

/** What was wrong before, and is not touched, keeps nobody from putting right the rest. */
const ofFields = (faults: readonly Fault[], fields: readonly string[]): Fault[] =>
  faults.filter(({ pointer }) => fields.some((field) => field.startsWith(pointer) || pointer.startsWith(field)));

function checked(
  { circumstances, corrected, correctedParties, numbers, version, ...facts }: DossierFacts & Corrected,
  now: Temporal.Instant,
) {
  const applicant: Pick<Applicant, 'identity'> = {
    identity: { type: corrected.applicant.identityType, number: numbers[1] },
  };
  const draft: SubmittableDraft = submittable({ ...facts, version, circumstances, dossier: corrected });
  const components = variantOf(decided(version), corrected.variant)?.components.map(({ code }) => code) ?? [];
  // Papers are asked for by a supplement, not by a correction.
  const attached = [...components, ...draft.attached.filter((code) => code === POWER_OF_ATTORNEY)];
  const whole = { ...draft, ...correctedParties, applicant: { ...draft.applicant, ...applicant }, attached };
  return checkSubmission(whole, decided(version), now);
}

/** What the acceptance has bound stays: the case runs on it. @rule R14 */
function afterAcceptance(
  { dossier, corrected, version }: DossierFacts & Corrected,
  fields: readonly string[],
): Fault[] {
  if (dossier.acceptedAt === null) return [];
  const term = (code: string): string => JSON.stringify(variantOf(decided(version), code)?.term ?? null);
  const isOtherTerm = fields.includes('/variant') && term(dossier.variant) !== term(corrected.variant);
  return [
    ...fields
      .filter((field) => ALLOWED_UNTIL_ACCEPTANCE.includes(field))
      .map((field) =>
        fault(
          field,
          'DOSSIER.TOO_LATE_TO_CORRECT',
          'Hồ sơ đã được tiếp nhận nên không được thay đổi cơ quan.',
          'The dossier is accepted: its agencies no longer change.',
        ),
      ),
    ...(isOtherTerm
      ? [
          fault(
            '/variant',
            'DOSSIER.TERM_DIFFERS',
            'Trường hợp này có thời hạn giải quyết khác: đề nghị hủy tiếp nhận, đính chính rồi tiếp nhận lại.',
            'This variant has another term: undo the acceptance, correct, and accept again.',
          ),
        ]
      : []),
  ];
}

/** Papers of one person's store are no papers of another's dossier. @rule R20 */
const reusedPapers = ({ dossier, corrected, files }: DossierFacts & Corrected, fields: readonly string[]): Fault[] =>
  corrected.applicantRef !== dossier.applicantRef && files.some(({ fromStore }) => fromStore !== null)
    ? [
        fault(
          fields.find((field) => field.startsWith('/applicant/identity')) ?? '/applicant/identity',
          'DOSSIER.PAPERS_REUSED',
          'Hồ sơ dùng lại giấy tờ trong kho của chủ hồ sơ hiện tại nên không được thay đổi chủ hồ sơ.',
          'The dossier reuses papers of the store of the applicant whom it names.',
        ),
      ]
    : [];
