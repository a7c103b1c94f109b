import { Refusal } from '@motcua/kernel';
import { answeredByData, DRAFT_QUESTIONS } from '../answer-question/answered-by-data.js';
import type { Origin, ProcedureRecord, VersionRecord } from '../procedure/procedure-record.js';
import { type ProcedureDecision, type ProcedureState, withVersion } from '../procedure/procedure-state.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';

export interface Draft {
  readonly version: number;
  readonly definition: VersionDefinition;
  readonly actor: string;
  readonly origin: Origin;
}

/** Writes a draft of a version, or replaces it. The definition has been found without faults. @rule R14 */
export function draftVersion(
  { procedure, tariff }: ProcedureState,
  { version: number, definition, actor, origin }: Draft,
  now: Temporal.Instant,
): ProcedureDecision {
  const before = procedure.versions.find(({ version }) => version === number);
  const answered = { by: actor, at: now };
  const version: VersionRecord = {
    version: number,
    definition: { ...definition, asGiven: before?.definition.asGiven ?? null },
    openQuestions: answeredByData(DRAFT_QUESTIONS, before?.openQuestions ?? [], definition, tariff?.lines, answered),
    notes: before?.notes ?? [],
    announcement: null,
    origin: before && before.origin !== 'written' ? 'imported-edited' : origin,
    contentHash: before?.contentHash ?? null,
    revision: (before?.revision ?? 0) + 1,
  };
  return {
    after: { procedure: withVersion(procedure, version), tariff },
    facts: [{ type: 'versionDrafted', version: number, revision: version.revision }],
  };
}

/** What was announced is never written again, and numbers leave no gap. @rule R14 */
export function assertWritable({ code, repeal, versions }: ProcedureRecord, number: number): void {
  if (repeal) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.REPEALED', { procedure: code, ...repeal });
  const before = versions.find(({ version }) => version === number);
  if (before?.announcement) {
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.NOT_A_DRAFT', { procedure: code, version: number }, [], {
      vi: 'Phiên bản đã công bố không được sửa đổi; đề nghị lập phiên bản mới.',
      en: 'An announced version cannot be changed; draft the next one.',
    });
  }
  const next = (versions.at(-1)?.version ?? 0) + 1;
  if (!before && number !== next) {
    throw new Refusal<CatalogueRefusalCode>(
      'PROCEDURE.VERSION_NOT_NEXT',
      { procedure: code, version: number, next },
      [],
      { vi: `Phiên bản tiếp theo là ${next}.`, en: `The next version is ${next}.` },
    );
  }
}
