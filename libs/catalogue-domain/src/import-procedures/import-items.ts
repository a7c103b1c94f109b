import type { Fault } from '@motcua/kernel';
import type { ProcedureFact, ProcedureState } from '../procedure/procedure-state.js';
import { importDraft } from './import-draft.js';
import { type ImportResult, refused } from './import-result.js';
import type { FieldRecord, KnownNames } from './known-names.js';
import type { ReadItem } from './read-item.js';

/** One item as it was read, with the hash of its content. */
export interface HashedItem {
  readonly read: ReadItem;
  readonly contentHash: string;
}

/** A procedure that an import changes, and what happened to it; `before` is null where it is new. */
interface ImportedProcedure {
  readonly before: ProcedureState | null;
  readonly after: ProcedureState;
  readonly facts: readonly [ProcedureFact, ...ProcedureFact[]];
}

interface ItemsImport {
  readonly results: readonly ImportResult[];
  readonly procedures: readonly ImportedProcedure[];
  readonly newFields: readonly FieldRecord[];
}

/** What the items of a request do, one after the other: a bad one is refused and the rest imported. */
export function importItems(
  items: readonly HashedItem[],
  before: ReadonlyMap<string, ProcedureState>,
  names: KnownNames,
  now: Temporal.Instant,
): ItemsImport {
  const results: ImportResult[] = [];
  const procedures = new Map<string, ImportedProcedure>();
  const newFields: FieldRecord[] = [];
  const hashes = new Map<string, string>();
  let known = names;
  for (const [index, { read, contentHash }] of items.entries()) {
    if (!read.draft) {
      results.push(refused(index, read.code, read.faults));
      continue;
    }
    const { code } = read.draft;
    if ((hashes.get(code) ?? contentHash) !== contentHash) {
      results.push(refused(index, code, [codeTwice(code, index)]));
      continue;
    }
    hashes.set(code, contentHash);
    const state = procedures.get(code)?.after ?? before.get(code);
    const { result, decision, newField } = importDraft(state, { index, draft: read.draft, contentHash }, known, now);
    results.push(result);
    if (decision) procedures.set(code, { before: before.get(code) ?? null, ...decision });
    if (!newField) continue;
    newFields.push(newField);
    known = known.withField(newField);
  }
  return { results, procedures: [...procedures.values()], newFields };
}

const codeTwice = (code: string, index: number): Fault => ({
  pointer: `/items/${index}`,
  code: 'CODE_TWICE',
  detail: {
    vi: `Mã ${code} được ghi hai lần trong yêu cầu với nội dung khác nhau.`,
    en: `${code} occurs twice in the request, with different contents.`,
  },
});
