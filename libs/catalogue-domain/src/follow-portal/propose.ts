import { dayInVietnam } from '@motcua/kernel';
import { importDraft, type Revise } from '../import-procedures/import-draft.js';
import type { ImportedDraft } from '../import-procedures/imported-draft.js';
import type { KnownNames } from '../import-procedures/known-names.js';
import { resolveNames } from '../import-procedures/resolve-names.js';
import type { VersionRecord } from '../procedure/procedure-record.js';
import type { ProcedureState } from '../procedure/procedure-state.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import { compareVersion, type OurVersion } from './compare-version.js';
import type { FieldDifference } from './portal-difference.js';
import { PLACES, reviseVersion } from './revise-version.js';

const oursOf = ({ tariff }: ProcedureState, { definition }: VersionRecord, day: string): OurVersion => ({
  definition,
  fees: (tariff?.lines ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  ),
});

/**
 * How the portal's procedure differs from ours: from the version that was announced last, else from the newest draft; not at
 * all where the newest version says the same, since then it is on its way.
 */
export function differencesOf(
  state: ProcedureState,
  draft: ImportedDraft,
  known: KnownNames,
  day: string,
): readonly FieldDifference[] {
  const { versions } = state.procedure;
  const newest = versions.at(-1);
  if (!newest) return [];
  const theirs = { draft, definition: resolveNames(draft, known) };
  const ofNewest = compareVersion(oursOf(state, newest, day), theirs);
  const announced = versions.findLast(({ announcement }) => announcement !== null) ?? newest;
  return ofNewest.length === 0 || announced === newest
    ? ofNewest
    : compareVersion(oursOf(state, announced, day), theirs);
}

const saidAs = (lines: readonly string[]): string => (lines.length === 0 ? '–' : lines.join('; '));

/** What the portal says otherwise, upon the version that it was compared with; each difference is named in a note. */
const revising =
  (ours: VersionDefinition, differences: readonly FieldDifference[]): Revise =>
  (theirs, { remarks }) => {
    remarks.keepQuestionsAbout(differences.map(({ field }) => PLACES[field]).filter((place) => place !== '/tariff'));
    for (const { field, ours: before, theirs: after } of differences) {
      const said = `${saidAs(before)} → ${saidAs(after)}`;
      remarks.note('PORTAL_DIFFERS', PLACES[field], {
        vi: `Cổng ghi khác: ${said}`,
        en: `The portal differs: ${said}`,
      });
    }
    if (differences.some(({ field }) => field === 'terms') && ours.variants.length !== theirs.variants.length)
      remarks.ask('CASES_CHANGED', '/variants', {
        vi: `Cổng ghi ${theirs.variants.length} trường hợp, bản hiện có ${ours.variants.length}. Đề nghị rà soát mã trường hợp và biểu phí, lệ phí theo trường hợp.`,
        en: `The portal has ${theirs.variants.length} cases, our version ${ours.variants.length}. Review the codes of the cases, and the tariff that names them.`,
      });
    const fees = differences.find(({ field }) => field === 'fees');
    if (fees)
      remarks.ask('FEES_CHANGED', '/tariff', {
        vi: `Mức thu theo Cổng (${saidAs(fees.theirs)}) khác biểu phí, lệ phí hiện hành (${saidAs(fees.ours)}). Đề nghị rà soát biểu phí, lệ phí.`,
        en: `The fees on the portal (${saidAs(fees.theirs)}) differ from our tariff (${saidAs(fees.ours)}). Review the tariff.`,
      });
    return reviseVersion(ours, theirs, differences);
  };

/**
 * Makes the draft that the portal's procedure proposes, by the way of every import: upon the version that was announced last,
 * else a whole one. Nothing that was announced, and no draft of a person, is touched. @rule R14
 * @param read a fresh reading: what is asked and noted is added to it
 */
export function proposeDraft(
  before: ProcedureState | undefined,
  read: { readonly draft: ImportedDraft; readonly contentHash: string },
  differences: readonly FieldDifference[],
  known: KnownNames,
  now: Temporal.Instant,
): ReturnType<typeof importDraft> {
  const item = { index: 0, ...read };
  const upon = before?.procedure.versions.findLast(({ announcement }) => announcement !== null);
  // A draft that only imports have written is written anew, with all that it asks.
  if (!upon) return importDraft(before, item, known, now);
  return importDraft(before, item, known, now, revising(upon.definition, differences));
}

export const isRepealed = ({ procedure: { repeal } }: ProcedureState, now: Temporal.Instant): boolean =>
  repeal !== null && repeal.from <= dayInVietnam(now);
