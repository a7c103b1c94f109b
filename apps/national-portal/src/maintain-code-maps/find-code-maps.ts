import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { Database, decodeCursor, pageOf, sql, type PlatformCode } from '@motcua/platform';
import { CODE_MAPS, type CodeMapRow, codeMapView } from '../code-maps/map-code.js';
import type { CodeKind } from '../record/code-maps.js';
import type { CodeMapListQuery } from './code-map-list.query.js';
import type { CodeMapPageView } from './code-map-page.view.js';
import type { UnmappedView } from './unmapped.view.js';

// Known to have none, or in use and unknown to a list that the portal has given.
const UNMAPPED = `
  WITH used AS (
    SELECT 'agency' AS kind, code FROM agency_copy WHERE active
    UNION SELECT 'procedure', code FROM procedure_copy UNION SELECT 'field', field_code FROM procedure_copy
  )
  SELECT kind, code FROM code_map WHERE portal_code IS NULL AND ($1::text IS NULL OR kind = $1)
  UNION
  SELECT u.kind, u.code FROM used u
  WHERE ($1::text IS NULL OR u.kind = $1) AND EXISTS (SELECT FROM portal_code p WHERE p.kind = u.kind)
    AND NOT EXISTS (SELECT FROM portal_code p WHERE p.kind = u.kind AND p.code = u.code)
    AND NOT EXISTS (SELECT FROM code_map m WHERE m.kind = u.kind AND m.code = u.code)
  ORDER BY 1, 2 LIMIT 1000`;

/** The code maps as rows. */
@Injectable()
export class FindCodeMaps {
  constructor(private readonly database: Database) {}

  async list({ cursor, limit, kind, conflicting }: CodeMapListQuery): Promise<CodeMapPageView> {
    const [afterKind, afterCode] = decodeCursor(cursor, 2) ?? ['', ''];
    const rows = await this.database.query<CodeMapRow>(
      sql`SELECT ${CODE_MAPS.columns()} FROM code_map WHERE (kind, code) > (${afterKind}, ${afterCode})
        AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
        AND (${conflicting ?? null}::boolean IS NULL OR conflicting = ${conflicting ?? null}) ORDER BY kind, code LIMIT ${limit + 1}`,
    );
    const unmapped = await this.database.query<UnmappedView>(UNMAPPED, [kind ?? null]);
    const page = pageOf(rows, limit, (row) => [row.kind, row.code], codeMapView);
    return { ...page, unmapped };
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async find(kind: CodeKind, code: string): Promise<CodeMapRow> {
    const [row] = await this.database.query<CodeMapRow>(
      sql`SELECT ${CODE_MAPS.columns()} FROM code_map WHERE kind = ${kind} AND code = ${code}`,
    );
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
