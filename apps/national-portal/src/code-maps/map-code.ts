import {
  type Aggregate,
  assertVersion,
  type CommandKind,
  created,
  ok,
  type RowChange,
  rowTable,
  sql,
} from '@motcua/platform';
import { line } from '../persistence/history.js';
import type { CodeKind } from '../record/code-maps.js';
import type { CodeMapView } from './code-map.view.js';

/** Who said it: an officer, or the portal's own list. */
export type CodeMapSource = 'officer' | 'portal';

export interface CodeMapRow {
  readonly kind: CodeKind;
  readonly code: string;
  readonly portalCode: string | null;
  readonly note: string | null;
  readonly source: CodeMapSource;
  /** The portal's list says otherwise than the officer. */
  readonly conflicting: boolean;
  /** What the portal's list has for it, as far as that can be told. */
  readonly listedCode: string | null;
  readonly version: number;
}

export const CODE_MAPS = rowTable<CodeMapRow>('code_map', {
  kind: 'key',
  code: 'key',
  portalCode: 'plain',
  note: 'plain',
  source: 'plain',
  conflicting: 'plain',
  listedCode: 'plain',
  version: 'plain',
});

export interface CodeMapChange extends RowChange<CodeMapRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

// What waited for this code is looked at again.
const WAKE = `
  UPDATE dossier d SET due_at = clock_timestamp(), waiting_for = NULL FROM jsonb_to_recordset($1::jsonb) AS r (kind text, code text)
  WHERE d.waiting_for @> jsonb_build_array(jsonb_build_object('kind', r.kind, 'code', r.code))`;

export const CODE_MAP: Aggregate<CodeMapChange> = {
  save: async (queries, changes) => {
    await CODE_MAPS.save(queries, changes);
    await queries.query(WAKE, [JSON.stringify(changes.map(({ after: { kind, code } }) => ({ kind, code })))]);
    return undefined;
  },
  events: () => [],
  history: ({ after: { kind, code, portalCode, note, source }, at, actor }) => [
    line('codeMap', `${kind}/${code}`, portalCode === null ? 'unmapped' : 'mapped', {
      at,
      actor,
      detail: { portalCode, note, source },
    }),
  ],
};

interface MapCode {
  readonly kind: CodeKind;
  readonly code: string;
  readonly portalCode: string | null;
  readonly note: string | null;
  readonly source: CodeMapSource;
  /** As the caller saw it; undefined for a new one. */
  readonly version: number | undefined;
  readonly actor: string;
}

export const codeMapView = ({
  kind,
  code,
  portalCode,
  note,
  source,
  conflicting,
  listedCode,
}: CodeMapRow): CodeMapView => ({ kind, code, portalCode, note, source, conflicting, listedCode });

/** Says which code of the portal one of ours is. */
export const MAP_CODE: CommandKind<MapCode, { readonly before: CodeMapRow | null }, CodeMapChange, CodeMapView> = {
  aggregate: CODE_MAP,
  about: ({ kind, code }) => `codeMap/${kind}/${code}`,
  facts: async (queries, commands) => {
    const keys = commands.map(({ kind, code }) => `${kind} ${code}`);
    const rows = await queries.query<CodeMapRow>(
      sql`SELECT ${CODE_MAPS.columns()} FROM code_map WHERE kind || ' ' || code = ANY (${keys}) ORDER BY kind, code FOR UPDATE`,
    );
    const found = new Map(rows.map((row) => [`${row.kind} ${row.code}`, row]));
    return keys.map((key) => ({ before: found.get(key) ?? null }));
  },
  decide: ({ before }, { kind, code, portalCode, note, source, version, actor }, at) => {
    if (before) assertVersion(before.version, version);
    // What the list has is known again after the next look at it.
    const listedCode = source === 'portal' ? portalCode : null;
    const after = { kind, code, portalCode, note, source, conflicting: false, listedCode };
    return { before, after: { ...after, version: (before?.version ?? 0) + 1 }, at, actor };
  },
  answer: ({ before, after }) => (before ? ok : created)(codeMapView(after), { version: after.version }),
};
