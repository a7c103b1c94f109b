import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { Commands, Database, UnitOfWork } from '@motcua/platform';
import { MAP_CODE } from '../code-maps/map-code.js';
import { type ListedCode, matchCodes, type OurCode } from '../portal-lists/match-codes.js';
import type { ListKind } from '../portal-lists/read-list.js';

interface OurRow extends OurCode {
  readonly version: number | null;
}

const OURS: Readonly<Record<'agency' | 'field', string>> = {
  agency: 'SELECT code, name, legacy_code AS "legacyCode" FROM agency_copy WHERE active',
  field: `SELECT DISTINCT ON (field_code) field_code AS code, field_name AS name, NULL AS "legacyCode" FROM procedure_copy
    WHERE field_code <> '' ORDER BY field_code, version DESC`,
};
const WITH_ENTRIES = (ours: string): string => `
  SELECT o.*, m.version, CASE WHEN m.code IS NULL THEN NULL ELSE json_build_object('portalCode', m.portal_code, 'source', m.source) END AS entry
  FROM (${ours}) AS o LEFT JOIN code_map m ON m.kind = $1 AND m.code = o.code ORDER BY o.code`;

const KEEP = `
  INSERT INTO portal_code (kind, code, name, seen_at)
  SELECT $1, code, name, clock_timestamp() FROM jsonb_to_recordset($2::jsonb) AS r (code text, name text)
  ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at`;
const FORGET = `
  DELETE FROM portal_code WHERE kind = $1 AND code NOT IN (SELECT code FROM jsonb_to_recordset($2::jsonb) AS r (code text))`;
const CONFLICTS = `
  UPDATE code_map m SET conflicting = r.code IS NOT NULL, listed_code = r."listedCode"
  FROM code_map o LEFT JOIN jsonb_to_recordset($2::jsonb) AS r (code text, "listedCode" text) ON r.code = o.code
  WHERE o.kind = $1 AND o.source = 'officer' AND m.kind = o.kind AND m.code = o.code
    AND (m.conflicting, m.listed_code) IS DISTINCT FROM (r.code IS NOT NULL, r."listedCode")`;

/** Brings the portal's lists of agencies and fields into the code maps; dossiers that waited for a code go by themselves. */
@Injectable()
export class MapListedCodes {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: Commands,
  ) {}

  /** What the portal has of a kind, which is what is shown as unmapped beside it. */
  async keep(kind: ListKind, listed: readonly ListedCode[], whole: boolean): Promise<void> {
    const rows = JSON.stringify(listed);
    await this.unitOfWork.run(async (tx) => {
      await tx.query(KEEP, [kind, rows]);
      if (whole) await tx.query(FORGET, [kind, rows]);
    });
  }

  /** How many codes were mapped. */
  async map(kind: 'agency' | 'field', listed: readonly ListedCode[]): Promise<number> {
    const ours = await this.database.query<OurRow>(WITH_ENTRIES(OURS[kind]), [kind]);
    const versions = new Map(ours.map(({ code, version }) => [code, version]));
    const matches = matchCodes(ours, listed);
    const conflicts = matches.flatMap(({ code, conflict }) => (conflict ? [{ code, ...conflict }] : []));
    await this.database.query(CONFLICTS, [kind, JSON.stringify(conflicts)]);
    const mapped = await Promise.all(
      matches.flatMap(({ code, mapTo }) =>
        mapTo === undefined ? [] : [this.mapOne(kind, code, mapTo, versions.get(code) ?? undefined)],
      ),
    );
    return mapped.filter(Boolean).length;
  }

  private async mapOne(kind: 'agency' | 'field', code: string, portalCode: string, version?: number): Promise<boolean> {
    const command = { kind, code, portalCode, note: null, source: 'portal' as const, version };
    try {
      await this.commands.run(MAP_CODE, { ...command, actor: 'system:portal-lists' });
      return true;
    } catch (error) {
      // An officer has typed it meanwhile: that stays.
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
