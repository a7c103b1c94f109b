import { Refusal } from '@motcua/kernel';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import type { TariffLine, TariffRecord } from '../set-tariff/tariff.js';
import type { Announcement, ProcedureRecord, Suspension, VersionRecord } from './procedure-record.js';

/** A procedure and its tariff: what is locked, decided and saved together. */
export interface ProcedureState {
  readonly procedure: ProcedureRecord;
  readonly tariff: TariffRecord | null;
}

/** What happened to a procedure. */
export type ProcedureFact =
  | { readonly type: 'versionDrafted'; readonly version: number; readonly revision: number }
  | { readonly type: 'versionImported'; readonly version: number; readonly contentHash: string }
  | { readonly type: 'questionAnswered'; readonly version: number; readonly question: string; readonly answer: string }
  | ({ readonly type: 'versionAnnounced'; readonly version: number } & Announcement)
  | ({ readonly type: 'suspended' } & Suspension)
  | { readonly type: 'repealed'; readonly from: string; readonly decisionNumber: string }
  | ({ readonly type: 'tariffImported' } & TariffFact)
  /** With a reason where it corrects what was said of days that are over. */
  | ({ readonly type: 'tariffSet'; readonly reason: string | null } & TariffFact);

interface TariffFact {
  readonly revision: number;
  readonly lines: readonly TariffLine[];
}

/** A decision about a procedure: the new state, and what happened. */
export interface ProcedureDecision {
  readonly after: ProcedureState;
  readonly facts: readonly [ProcedureFact, ...ProcedureFact[]];
}

/** A procedure before its first version. */
export const newProcedure = (code: string): ProcedureState => ({
  procedure: { code, revision: 0, repeal: null, suspensions: [], versions: [] },
  tariff: null,
});

/** The procedure with this version, new or in the place of the one with its number; its own revision counts on. */
export function withVersion(procedure: ProcedureRecord, version: VersionRecord): ProcedureRecord {
  const isThere = procedure.versions.some((one) => one.version === version.version);
  const versions = isThere
    ? procedure.versions.map((one) => (one.version === version.version ? version : one))
    : [...procedure.versions, version];
  return { ...procedure, versions, revision: procedure.revision + 1 };
}

export const isAnnounced = ({ versions }: Pick<ProcedureRecord, 'versions'>): boolean =>
  versions.some(({ announcement }) => announcement !== null);

export const unknownProcedure = (code: string): Refusal<CatalogueRefusalCode> =>
  new Refusal<CatalogueRefusalCode>('PROCEDURE.UNKNOWN', { procedure: code }, [], {
    vi: `Danh mục không có thủ tục ${code}.`,
    en: `The catalogue has no procedure ${code}.`,
  });

/** @throws Refusal PROCEDURE.VERSION_UNKNOWN */
export function versionOf({ code, versions }: ProcedureRecord, number: number): VersionRecord {
  const version = versions.find((one) => one.version === number);
  if (version) return version;
  throw new Refusal<CatalogueRefusalCode>('PROCEDURE.VERSION_UNKNOWN', {
    procedure: code,
    version: number,
    known: versions.map((one) => one.version),
  });
}
