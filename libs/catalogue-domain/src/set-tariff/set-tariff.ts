import { dayInVietnam, Refusal } from '@motcua/kernel';
import { answeredByData, FEE_QUESTIONS } from '../answer-question/answered-by-data.js';
import { inOrderOfEffect } from '../procedure/in-force.js';
import type { ProcedureRecord } from '../procedure/procedure-record.js';
import { isAnnounced, type ProcedureDecision, type ProcedureState, withVersion } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import type { TariffLine, TariffRecord } from './tariff.js';
import { laterDay, unsaidFees } from './unsaid-fees.js';
import { tariffFaults } from './tariff-faults.js';

/** @throws Refusal TARIFF.INVALID, with every fault @rule R16 */
export function assertTariff(procedure: ProcedureRecord, lines: readonly TariffLine[], now: Temporal.Instant): void {
  const variants = new Set(
    procedure.versions.flatMap(({ definition }) => definition.variants.map((variant) => variant.code)),
  );
  const today = dayInVietnam(now);
  const effective = inOrderOfEffect(procedure);
  const unsaid = effective.flatMap(({ version, from }, at) => {
    const until = effective[at + 1]?.from ?? null;
    if (until !== null && until <= today) return [];
    return unsaidFees(version.definition, lines, { from: laterDay(from, today), until });
  });
  const faults = [...tariffFaults(lines, { variants, announced: isAnnounced(procedure) }), ...unsaid];
  if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('TARIFF.INVALID', {}, faults);
}

/** Sets all dated lines, apart from the versions, and so answers what drafts asked about fees. @rule R16 */
export function setTariff(
  { procedure, tariff: before }: ProcedureState,
  { lines, actor }: { readonly lines: readonly TariffLine[]; readonly actor: string },
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
  return { after: { procedure: after, tariff }, facts: [{ type: 'tariffSet', revision, lines }] };
}
