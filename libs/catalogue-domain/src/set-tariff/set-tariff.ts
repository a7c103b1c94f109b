import { dayInVietnam, type Fault, Refusal } from '@motcua/kernel';
import { answeredByData, FEE_QUESTIONS } from '../answer-question/answered-by-data.js';
import { inOrderOfEffect } from '../procedure/in-force.js';
import type { ProcedureRecord } from '../procedure/procedure-record.js';
import { isAnnounced, type ProcedureDecision, type ProcedureState, withVersion } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import type { TariffLine, TariffRecord } from './tariff.js';
import { rewrittenPast } from './rewritten-past.js';
import { unmeasured } from './unmeasured.js';
import { laterDay, unsaidFees } from './unsaid-fees.js';
import { tariffFaults } from './tariff-faults.js';

interface WantedTariff {
  readonly lines: readonly TariffLine[];
  /** Why what was said of days that are over was wrong; null: nothing is said otherwise of them. */
  readonly reason: string | null;
}

/** @throws Refusal TARIFF.INVALID, with every fault @rule R16 */
export function assertTariff(
  { procedure, tariff }: ProcedureState,
  { lines, reason }: WantedTariff,
  now: Temporal.Instant,
): void {
  const variants = new Set(
    procedure.versions.flatMap(({ definition }) => definition.variants.map((variant) => variant.code)),
  );
  const today = dayInVietnam(now);
  const effective = inOrderOfEffect(procedure);
  const unsaid = effective.flatMap(({ version, from }, at) => {
    const until = effective[at + 1]?.from ?? null;
    if (until !== null && until <= today) return [];
    const first = laterDay(from, today);
    return [
      ...unsaidFees(version.definition, lines, { from: first, until }),
      ...unmeasured(version.definition, lines, first),
    ];
  });
  // A draft without an announced version is asked at its announcement, too; here its fault is nearest to who made it.
  const draft = effective.length === 0 ? procedure.versions.at(-1) : undefined;
  if (draft) unsaid.push(...unmeasured(draft.definition, lines, today));
  const faults = [...tariffFaults(lines, { variants, announced: isAnnounced(procedure) }), ...unsaid];
  if (tariff && reason === null) faults.push(...pastFaults(procedure, tariff.lines, lines, today));
  if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('TARIFF.INVALID', {}, faults);
}

/**
 * The past is never rewritten in silence: days on which dossiers could be bound by a tariff are said otherwise only by a
 * correction, which says why.
 */
function pastFaults(
  procedure: ProcedureRecord,
  before: readonly TariffLine[],
  after: readonly TariffLine[],
  today: string,
): Fault[] {
  const from = inOrderOfEffect(procedure)[0]?.from ?? today;
  const { places, leavesOut } = rewrittenPast(before, after, { from, until: today });
  const pointers = places.map((at) => `/lines/${at}`);
  return (leavesOut && pointers.length === 0 ? ['/lines'] : pointers).map((pointer) => ({
    pointer,
    code: 'PAST_REWRITTEN',
    detail: {
      vi: `Mức thu trước ngày ${today} đã áp dụng. Để thay đổi từ nay về sau, đề nghị kết thúc dòng cũ và thêm dòng mới; để đính chính, đề nghị ghi lý do (\`reason\`).`,
      en: `Days before ${today} are over. To change the fee from now on, end the line and add one; to correct the past, say why in \`reason\`.`,
    },
  }));
}

/** Sets all dated lines, apart from the versions, and so answers what drafts asked about fees. @rule R16 */
export function setTariff(
  { procedure, tariff: before }: ProcedureState,
  { lines, reason, actor }: WantedTariff & { readonly actor: string },
  now: Temporal.Instant,
): ProcedureDecision {
  const revision = (before?.revision ?? 0) + 1;
  const tariff: TariffRecord = { procedure: procedure.code, lines, imported: false, revision };
  let after = procedure;
  for (const version of procedure.versions) {
    if (version.announcement) continue;
    const { openQuestions: asked, definition } = version;
    const openQuestions = answeredByData(FEE_QUESTIONS, asked, definition, lines, { by: actor, at: now });
    if (openQuestions !== asked)
      after = withVersion(after, { ...version, openQuestions, revision: version.revision + 1 });
  }
  return { after: { procedure: after, tariff }, facts: [{ type: 'tariffSet', revision, lines, reason }] };
}
