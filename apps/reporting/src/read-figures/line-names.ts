import { Injectable } from '@nestjs/common';
import { Database } from '@motcua/platform';
import type { Breakdown } from './line-counts.js';

const STATEMENTS: Record<Exclude<Breakdown, 'channel'>, string> = {
  agency: 'SELECT code, name FROM agency_copy WHERE code = ANY ($1)',
  field:
    'SELECT DISTINCT ON (field_code) field_code AS code, field_name AS name FROM procedure_copy WHERE field_code = ANY ($1) ORDER BY field_code, version DESC',
  procedure: 'SELECT code, name FROM procedure_copy WHERE code = ANY ($1)',
};

const CHANNELS = new Map([
  ['counter', 'Trực tiếp'],
  ['online', 'Trực tuyến'],
  ['post', 'Qua dịch vụ bưu chính công ích'],
]);

/** Names of what the lines are about, in Vietnamese, as the report prints them. */
@Injectable()
export class LineNames {
  constructor(private readonly database: Database) {}

  async of(by: Breakdown, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (by === 'channel') return CHANNELS;
    const rows = await this.database.query<{ code: string; name: string }>(STATEMENTS[by], [codes]);
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
