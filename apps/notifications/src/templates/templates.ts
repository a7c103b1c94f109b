import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Queries } from '@motcua/platform';
import { KIND_CODES, type KindCode } from '../message-kinds/kinds.js';
import type { TemplateContent } from '../render-message/template-content.js';
import { builtInTemplate } from './built-in-templates.js';

export interface TemplateRow {
  readonly code: KindCode;
  readonly content: TemplateContent;
  readonly edited: boolean;
  readonly version: number;
}

const FIND = 'SELECT code, content, edited, version FROM template WHERE code = $1';
const FIND_MANY = 'SELECT code, content, edited, version FROM template WHERE code = ANY ($1)';
const LIST = `
  SELECT code, content, edited, version FROM template
  WHERE ($1::text IS NULL OR code > $1) ORDER BY code LIMIT $2`;
// What the province has edited stays as it is.
const SHIP = `
  INSERT INTO template AS t (code, content, edited, version)
  SELECT code, content, false, 1 FROM jsonb_to_recordset($1::jsonb) AS s (code text, content jsonb) ORDER BY code
  ON CONFLICT (code) DO UPDATE SET content = excluded.content, version = t.version + 1
  WHERE NOT t.edited AND t.content <> excluded.content`;

/** The texts of every kind of message: as shipped, or as the province has edited them. */
@Injectable()
export class Templates implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const shipped = KIND_CODES.map((code) => ({ code, content: builtInTemplate(code) }));
    await this.database.query(SHIP, [JSON.stringify(shipped)]);
  }

  async find(code: KindCode): Promise<TemplateRow | undefined> {
    return (await this.database.query<TemplateRow>(FIND, [code]))[0];
  }

  list(after: string | null, limit: number): Promise<TemplateRow[]> {
    return this.database.query<TemplateRow>(LIST, [after, limit]);
  }

  async contentsOf(
    codes: readonly KindCode[],
    queries: Queries = this.database,
  ): Promise<ReadonlyMap<KindCode, TemplateContent>> {
    const rows = await queries.query<TemplateRow>(FIND_MANY, [codes]);
    return new Map(rows.map(({ code, content }) => [code, content]));
  }
}
