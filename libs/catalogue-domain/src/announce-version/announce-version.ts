import { dayInVietnam, type Fault, Refusal } from '@motcua/kernel';
import { versionFaults, type VersionSurroundings } from '../draft-version/version-faults.js';
import { unanswered } from '../procedure/open-question.js';
import type { Announcement, VersionRecord } from '../procedure/procedure-record.js';
import { type ProcedureDecision, type ProcedureState, withVersion } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffRecord } from '../set-tariff/tariff.js';
import { unmeasured } from '../set-tariff/unmeasured.js';
import { laterDay, unsaidFees } from '../set-tariff/unsaid-fees.js';
import { announcementFaults } from './announcement-faults.js';

/**
 * Announces a draft by decision: from `effectiveFrom` it is in force, and it never changes again. Refused with
 * `PROCEDURE.NOT_A_DRAFT`, `PROCEDURE.ANNOUNCEMENT_INVALID`, `PROCEDURE.REPEALED`, `PROCEDURE.NOT_READY`. @rule R14
 */
export function announceVersion(
  { procedure, tariff }: ProcedureState,
  draft: VersionRecord,
  announcement: Announcement,
  known: VersionSurroundings,
  now: Temporal.Instant,
): ProcedureDecision {
  const { code, repeal } = procedure;
  const { version: number } = draft;
  if (draft.announcement) {
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.NOT_A_DRAFT', {
      procedure: code,
      version: number,
      ...draft.announcement,
    });
  }
  const faults = announcementFaults(announcement, procedure, dayInVietnam(now));
  if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.ANNOUNCEMENT_INVALID', {}, faults);
  if (repeal) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.REPEALED', { procedure: code, ...repeal });
  assertReady(code, draft, tariff, known, laterDay(announcement.effectiveFrom, dayInVietnam(now)));
  const version: VersionRecord = { ...draft, announcement, revision: draft.revision + 1 };
  return {
    after: { procedure: withVersion(procedure, version), tariff },
    facts: [{ type: 'versionAnnounced', version: number, ...announcement }],
  };
}

function assertReady(
  code: string,
  { version, openQuestions, definition }: VersionRecord,
  tariff: TariffRecord | null,
  known: VersionSurroundings,
  from: string,
): void {
  const questions: Fault[] = unanswered(openQuestions).map(({ pointer, code: question, question: detail }) => ({
    pointer,
    code: question,
    detail,
  }));
  const faults = [...questions, ...versionFaults(definition, known), ...openFees(definition, tariff, from)];
  if (faults.length === 0) return;
  throw new Refusal<CatalogueRefusalCode>(
    'PROCEDURE.NOT_READY',
    { procedure: code, version, openQuestions: questions.length },
    faults,
    {
      vi: 'Bản thảo còn câu hỏi chưa được trả lời hoặc còn thiếu nội dung nên chưa đủ điều kiện công bố.',
      en: 'The draft has unanswered questions or missing data and cannot be announced yet.',
    },
  );
}

/** An amount that nobody has set cannot be asked of an applicant, and what no line says is not free. @rule R16 */
function openFees(definition: VersionDefinition, tariff: TariffRecord | null, from: string): Fault[] {
  if (!tariff)
    return [
      {
        pointer: '/tariff',
        code: 'FEE_NOT_SAID',
        detail: {
          vi: 'Chưa có biểu phí, lệ phí. Nếu miễn phí, đề nghị lưu biểu không có dòng nào.',
          en: 'There is no tariff. Where nothing is owed, set one without lines.',
        },
      },
    ];
  const open = tariff.lines.flatMap(({ amount, name }, at) =>
    amount === null
      ? [
          {
            pointer: `/tariff/lines/${at}/amount`,
            code: 'FEE_NOT_SET',
            detail: { vi: `Chưa có mức thu: ${name}.`, en: `The amount is not set: ${name}.` },
          },
        ]
      : [],
  );
  const gaps = [
    ...unsaidFees(definition, tariff.lines, { from, until: null }),
    ...unmeasured(definition, tariff.lines, from),
  ];
  return [...open, ...gaps.map((gap) => ({ ...gap, pointer: `/tariff${gap.pointer}` }))];
}
