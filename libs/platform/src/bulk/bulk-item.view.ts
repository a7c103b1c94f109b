import type { Language } from '@motcua/kernel';
import { JsonObject, OneOf, Text, Uuid, Whole } from '@motcua/fields';
import { type ProblemTable, shownProblem } from '../http/problem.js';
import type { BulkItemRow } from './bulk-store.js';
import { refusalOf, type StoredRefusal } from './stored-refusal.js';

export const ITEM_STATES = ['waiting', 'done', 'refused', 'failed'] as const;

/** One of many, and what became of it. */
export class BulkItemView {
  @Whole({ min: 1, description: 'Its place in the selection' }) readonly n!: number;
  @Uuid() readonly id!: string;
  @Text({ description: 'The version that was seen when it was selected' }) readonly etag!: string;
  @OneOf(ITEM_STATES) readonly state!: string;
  @JsonObject({ nullable: true, description: 'Effect on the item; in a preview, the expected effect' })
  readonly result!: object | null;
  @JsonObject({ nullable: true, description: 'Why it was refused: the problem that the single action answers with' })
  readonly problem!: object | null;
}

export function bulkItemView(row: BulkItemRow, problems: ProblemTable, language: Language): BulkItemView {
  const refused = row.state === 'refused' || row.state === 'failed';
  return {
    n: row.n,
    id: row.target,
    etag: `"${row.version}"`,
    state: row.state,
    result: row.state === 'done' ? (row.result as object | null) : null,
    problem: refused ? shownProblem(refusalOf(row.result as StoredRefusal), problems, language) : null,
  };
}
