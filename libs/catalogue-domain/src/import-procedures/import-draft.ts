import { dayInVietnam } from '@motcua/kernel';
import type { VersionRecord } from '../procedure/procedure-record.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import {
  isAnnounced,
  newProcedure,
  type ProcedureDecision,
  type ProcedureFact,
  type ProcedureState,
  withVersion,
} from '../procedure/procedure-state.js';
import type { TariffRecord } from '../set-tariff/tariff.js';
import { decideImport } from './decide-import.js';
import { type ImportResult, refused } from './import-result.js';
import type { ImportedDraft } from './imported-draft.js';
import type { FieldRecord, KnownNames } from './known-names.js';
import { resolveNames } from './resolve-names.js';

/** An item of an import that could be read. */
interface ReadDraft {
  /** Place of the item in the request, from 0. */
  readonly index: number;
  readonly draft: ImportedDraft;
  readonly contentHash: string;
}

/** How a draft is written upon a version that is there: what becomes of its definition, and what else is asked and noted. */
export type Revise = (theirs: VersionDefinition, draft: ImportedDraft) => VersionDefinition;

interface DraftImport {
  readonly result: ImportResult;
  /** Absent where the item changes nothing. */
  readonly decision?: ProcedureDecision;
  /** A field that the item brings into the catalogue. */
  readonly newField?: FieldRecord;
}

const TARIFF_KEPT = {
  vi: 'Thủ tục đã có biểu phí, lệ phí: không áp dụng mức thu của lần nhập này.',
  en: 'The procedure has a tariff: the fees of this import were not taken.',
};

/** What one item does to its procedure (undefined: there is none yet); `revise` where it is to change one of its versions. */
export function importDraft(
  before: ProcedureState | undefined,
  { index, draft, contentHash }: ReadDraft,
  known: KnownNames,
  now: Temporal.Instant,
  revise: Revise = (theirs) => theirs,
): DraftImport {
  const { code, remarks } = draft;
  const decided = decideImport(before?.procedure, contentHash, draft.definition);
  if (decided.outcome === 'refused') {
    return { result: refused(index, code, [{ pointer: `/items/${index}`, ...decided.fault }]) };
  }
  const { outcome, version: number } = decided;
  if (outcome === 'unchanged') {
    return { result: { index, code, outcome, version: number, openQuestions: [], faults: [] } };
  }
  const definition = revise(resolveNames(draft, known), draft);
  const state = before ?? newProcedure(code);
  const keepsTariff = isAnnounced(state.procedure) || state.tariff?.imported === false;
  if (keepsTariff && draft.tariff !== undefined) remarks.note('TARIFF_KEPT', '/tariff', TARIFF_KEPT);
  const version: VersionRecord = {
    version: number,
    definition,
    openQuestions: remarks.numbered(),
    notes: remarks.notes,
    announcement: null,
    origin: 'imported',
    contentHash,
    revision: (state.procedure.versions.find((one) => one.version === number)?.revision ?? 0) + 1,
  };
  const tariff = keepsTariff ? undefined : importedTariff(state, draft, now);
  const imported: ProcedureFact = { type: 'versionImported', version: number, contentHash };
  const { field } = definition;
  return {
    result: {
      index,
      code,
      outcome,
      version: number,
      openQuestions: [...new Set(version.openQuestions.map((question) => question.code))],
      faults: [],
    },
    decision: {
      after: { procedure: withVersion(state.procedure, version), tariff: tariff ?? state.tariff },
      facts: tariff
        ? [imported, { type: 'tariffImported', revision: tariff.revision, lines: tariff.lines }]
        : [imported],
    },
    ...(field.code !== null &&
      !known.fieldOfCode(field.code) && { newField: { code: field.code, name: field.name, revision: 1 } }),
  };
}

/** Fees of an import become a tariff only where nobody has set one, and no dossier could be bound by it. @rule R16 */
function importedTariff(
  { tariff: before }: ProcedureState,
  { code, tariff, tariffFrom }: ImportedDraft,
  now: Temporal.Instant,
): TariffRecord | undefined {
  if (tariff === undefined) return undefined;
  const validFrom = tariffFrom ?? dayInVietnam(now);
  const lines = tariff.map((line) => ({ ...line, validFrom }));
  return { procedure: code, lines, imported: true, revision: (before?.revision ?? 0) + 1 };
}
