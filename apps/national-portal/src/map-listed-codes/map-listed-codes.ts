import type { Plain, RegisterShownV1 } from '@motcua/contracts';
import { type Aggregate, type Answer, type CommandKind, ok, sql, Unchanged } from '@motcua/platform';
import { CODE_MAP, CODE_MAPS, type CodeMapChange, type CodeMapRow } from '../code-maps/map-code.js';
import { line } from '../persistence/history.js';
import { type CodeMatch, type ListedCode, matchCodes, type OurCode } from '../portal-lists/match-codes.js';

type Kind = 'agency' | 'field';
const KINDS = ['agency', 'field'] as const;
const ACTOR = 'system:portal-lists';

interface Facts {
  /** As the portal listed them when it was asked last. */
  readonly listed: readonly (ListedCode & { readonly kind: Kind })[];
  readonly maps: readonly CodeMapRow[];
}

interface Mapped {
  readonly fetchId: string;
  readonly mapped: readonly CodeMapChange[];
  /** Entries of officers that the list bears out no more, or does again: no version of theirs, since nobody changed them. */
  readonly shown: readonly CodeMapChange[];
  readonly at: Temporal.Instant;
}

const COUNT = sql`UPDATE catalogue_fetch SET mapped = mapped + r.n`;

const MAPPED: Aggregate<Mapped> = {
  save: async (queries, changes) => {
    await CODE_MAP.save(
      queries,
      changes.flatMap(({ mapped }) => mapped),
    );
    await CODE_MAPS.save(
      queries,
      changes.flatMap(({ shown }) => shown),
    );
    const counts = JSON.stringify(changes.map(({ fetchId: id, mapped }) => ({ id, n: mapped.length })));
    await queries.query(
      sql`${COUNT} FROM jsonb_to_recordset(${counts}::jsonb) AS r (id uuid, n int) WHERE catalogue_fetch.id = r.id`,
    );
    return undefined;
  },
  events: () => [],
  history: ({ fetchId, mapped, shown, at }) => [
    line('catalogueFetch', fetchId, 'codesMapped', {
      at,
      actor: ACTOR,
      detail: { mapped: mapped.length, shown: shown.length },
    }),
    ...mapped.flatMap((change) => [...CODE_MAP.history(change)]),
  ],
};

const DONE: Answer<null> = ok(null);

/** Which code of the portal's lists each of ours is, decided on the whole register. What an officer typed stays. */
export const MAP_LISTED_CODES: CommandKind<Plain<RegisterShownV1>, Facts, Mapped, null> = {
  aggregate: MAPPED,
  about: () => 'codeMaps',
  facts: async (queries, commands) => {
    const maps = await queries.query<CodeMapRow>(
      sql`SELECT ${CODE_MAPS.columns()} FROM code_map WHERE kind = ANY (${KINDS}) ORDER BY kind, code FOR UPDATE`,
    );
    const listed = await queries.query<Facts['listed'][number]>(
      sql`SELECT kind, code, name FROM portal_code WHERE kind = ANY (${KINDS}) ORDER BY kind, code`,
    );
    return commands.map(() => ({ listed, maps }));
  },
  decide: ({ listed, maps }, { fetchId, agencies, fields }, at) => {
    const ours = { agency: agencies, field: fields.map((one) => ({ ...one, legacyCode: null })) };
    const changes = KINDS.flatMap((kind) => {
      const theirs = listed.filter((one) => one.kind === kind);
      // A list that was never had says nothing of anybody.
      if (theirs.length === 0) return [];
      const entries = new Map(maps.filter((one) => one.kind === kind).map((one) => [one.code, one]));
      const known = ours[kind].map((one): OurCode => ({ ...one, entry: entries.get(one.code) ?? null }));
      const matches = matchCodes(known, theirs);
      return [...mappedIn(kind, matches, entries, at), ...shownIn(matches, entries, at)];
    });
    const mapped = changes.filter(({ before, after }) => before?.portalCode !== after.portalCode);
    const shown = changes.filter(({ before, after }) => before?.portalCode === after.portalCode);
    return changes.length === 0 ? new Unchanged(DONE) : { fetchId, mapped, shown, at };
  },
  answer: () => DONE,
};

const mappedIn = (
  kind: Kind,
  matches: readonly CodeMatch[],
  entries: ReadonlyMap<string, CodeMapRow>,
  at: Temporal.Instant,
): CodeMapChange[] =>
  matches.flatMap(({ code, mapTo: portalCode }) => {
    if (portalCode === undefined) return [];
    const before = entries.get(code) ?? null;
    const said = {
      kind,
      code,
      portalCode,
      note: null,
      source: 'portal',
      conflicting: false,
      listedCode: portalCode,
    } as const;
    return [{ before, after: { ...said, version: (before?.version ?? 0) + 1 }, at, actor: ACTOR }];
  });

function shownIn(
  matches: readonly CodeMatch[],
  entries: ReadonlyMap<string, CodeMapRow>,
  at: Temporal.Instant,
): CodeMapChange[] {
  const found = new Map(matches.map((one) => [one.code, one]));
  return [...entries.values()].flatMap((before) => {
    const match = found.get(before.code);
    if (before.source !== 'officer' || match?.mapTo !== undefined) return [];
    const conflicting = match?.conflict !== undefined;
    const listedCode = match?.conflict?.listedCode ?? null;
    if (before.conflicting === conflicting && before.listedCode === listedCode) return [];
    return [{ before, after: { ...before, conflicting, listedCode }, at, actor: ACTOR }];
  });
}
