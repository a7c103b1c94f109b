import { dayInVietnam } from '@motcua/kernel';
import type { KnownNames } from '../import-procedures/known-names.js';
import type { ReadItem } from '../import-procedures/read-item.js';
import type { ProcedureState } from '../procedure/procedure-state.js';
import type { FieldDifference, PortalDifference } from './portal-difference.js';
import { differencesOf, isRepealed } from './propose.js';

/** What the portal's connector tells of one procedure. */
export interface HeardOfProcedure {
  readonly procedure: string;
  readonly portalRevision: number;
  readonly name: string;
  /** False: it is no longer on the portal's list. */
  readonly listed: boolean;
  readonly item: Readonly<Record<string, unknown>>;
  readonly contentHash: string;
  readonly at: Temporal.Instant;
}

const REPEALED = (from: string): FieldDifference => ({
  field: 'repeal',
  ours: [`Bãi bỏ từ ngày ${from}`],
  theirs: ['Đang công khai trên Cổng'],
});

type Found = Pick<PortalDifference, 'kind' | 'fields' | 'faults'> & { readonly differs: boolean };

/** How what the portal said last of a procedure differs from ours. */
export function findDifference(
  { procedure, listed, name }: Pick<HeardOfProcedure, 'procedure' | 'listed' | 'name'>,
  read: ReadItem,
  state: ProcedureState | undefined,
  known: KnownNames,
  now: Temporal.Instant,
): Found {
  const nothing = { fields: [], faults: [] };
  if (!listed) {
    const differs = state !== undefined && state.procedure.versions.length > 0 && !isRepealed(state, now);
    return { kind: 'gone', differs, ...nothing };
  }
  const isKnown = state !== undefined && state.procedure.versions.length > 0;
  const kind = isKnown ? 'changed' : 'new';
  if (isKnown && isRepealed(state, now))
    return { kind, differs: true, fields: [REPEALED(state.procedure.repeal?.from ?? procedure)], faults: [] };
  if (!read.draft) return { kind, differs: true, fields: [], faults: read.faults };
  const faults = read.unread;
  if (!isKnown) return { kind, differs: true, fields: [{ field: 'name', ours: [], theirs: [name] }], faults };
  const fields = differencesOf(state, read.draft, known, dayInVietnam(now));
  return { kind, differs: fields.length + faults.length > 0, fields, faults };
}

/**
 * What is known of a procedure at the portal after it was heard of: open where it differs from ours, settled where it does not.
 * Undefined where nothing is new. What was taken or dismissed stays so until the portal changes it again.
 * @param read its item, freshly read
 */
export function hearOfProcedure(
  before: PortalDifference | undefined,
  heard: HeardOfProcedure,
  read: ReadItem,
  state: ProcedureState | undefined,
  known: KnownNames,
  now: Temporal.Instant,
): PortalDifference | undefined {
  if (before && before.portalRevision >= heard.portalRevision) return undefined;
  const { differs, ...found } = findDifference(heard, read, state, known, now);
  const { procedure, portalRevision, name, item, contentHash } = heard;
  const next: PortalDifference = {
    procedure,
    portalRevision,
    name,
    item,
    contentHash,
    ...found,
    state: differs ? 'open' : 'settled',
    since: before?.state === 'open' && before.kind === found.kind ? before.since : heard.at,
    draftVersion: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    revision: (before?.revision ?? 0) + 1,
  };
  const told = before?.contentHash === contentHash && before.kind === found.kind;
  const isDecided = before?.state === 'taken' || before?.state === 'dismissed';
  if (!before || !told || !isDecided) return next;
  // The same again, as after the portal's connector was set up anew.
  return { ...before, portalRevision, name, item, revision: before.revision + 1 };
}
