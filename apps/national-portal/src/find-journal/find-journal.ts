import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf, type PlatformCode } from '@motcua/platform';
import { JOURNAL_COLUMNS, type JournalRow, type JournalRowView, journalRowView } from '../journal/journal-row.view.js';
import { type AttemptRow, attemptView } from './attempt.view.js';
import type { JournalEntryView } from './journal-entry.view.js';
import type { JournalQuery } from './journal.query.js';

const LIST = (where: string): string => `
  SELECT ${JOURNAL_COLUMNS} FROM journal j WHERE j.n < $1 ${where} ORDER BY j.n DESC LIMIT $2`;
const FIND = `SELECT ${JOURNAL_COLUMNS} FROM journal j WHERE j.id = $1`;
const CALLS = `
  SELECT at, took_ms AS "tookMs", service, updating, outcome, answer_code AS "answerCode", answer_message AS "answerMessage"
  FROM journal_attempt WHERE journal_id = $1 ORDER BY id LIMIT 200`;
const CODE = `
  AND j.dossier_id IN (SELECT dossier_id FROM dossier WHERE code = $? UNION SELECT dossier_id FROM dossier WHERE portal_code = $?)`;

/** The journal: what was owed, sent and answered, newest first. */
@Injectable()
export class FindJournal {
  constructor(private readonly database: Database) {}

  async list(query: JournalQuery): Promise<Page<JournalRowView>> {
    const { cursor, limit, dossierId, code, state, kind, answerCode, acknowledged, from, to } = query;
    const [before] = decodeCursor(cursor, 1) ?? [Number.MAX_SAFE_INTEGER];
    const values: unknown[] = [before, limit + 1];
    const where: string[] = [];
    const add = (condition: string, value: unknown): void => {
      if (value === undefined) return;
      values.push(value);
      where.push(condition.replaceAll('$?', `$${values.length}`));
    };
    add('AND j.dossier_id = $?', dossierId);
    add(CODE, code);
    add('AND j.state = $?', state);
    add('AND j.kind = $?', kind);
    add('AND j.answer_code = $?', answerCode);
    add('AND (j.acknowledged_at IS NOT NULL) = $?::boolean', acknowledged);
    add('AND j.created_at >= $?::timestamptz', from);
    add('AND j.created_at < $?::timestamptz', to);
    const rows = await this.database.search<JournalRow>(LIST(where.join(' ')), values);
    return pageOf(rows, limit, ({ n }) => [n], journalRowView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async entry(id: string): Promise<JournalEntryView & { readonly version: number }> {
    const [[row], calls] = await Promise.all([
      this.database.query<JournalRow>(FIND, [id]),
      this.database.query<AttemptRow>(CALLS, [id]),
    ]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return Object.assign(journalRowView(row), { calls: calls.map(attemptView), version: row.version });
  }
}
