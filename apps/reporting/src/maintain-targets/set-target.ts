import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange, sql } from '@motcua/platform';
import { line } from '../persistence/history.js';
import { type TargetFigure, type TargetRow, TARGETS } from '../targets/target-row.js';
import { type TargetView, targetView } from './target.view.js';

interface SetTarget {
  readonly agency: string;
  readonly year: number;
  readonly figure: TargetFigure;
  readonly share: number;
  readonly basis: string | null;
  /** As the caller saw it; undefined for a new one. */
  readonly version: number | undefined;
  readonly actor: string;
}

interface TargetChange extends RowChange<TargetRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

const keyOf = ({ agency, year, figure }: Pick<TargetRow, 'agency' | 'year' | 'figure'>): string =>
  `${agency}/${year}/${figure}`;

const TARGET: Aggregate<TargetChange> = {
  save: async (queries, changes) => {
    await TARGETS.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after, at, actor }) => [
    line('target', keyOf(after), 'set', { at, actor, detail: { share: after.share, basis: after.basis } }),
  ],
};

/** Says what an agency and all below it are to reach in a year. */
export const SET_TARGET: CommandKind<SetTarget, { readonly before: TargetRow | null }, TargetChange, TargetView> = {
  aggregate: TARGET,
  about: (command) => `target/${keyOf(command)}`,
  facts: async (queries, commands) => {
    const [agencies, years, figures] = [
      commands.map(({ agency }) => agency),
      commands.map(({ year }) => year),
      commands.map(({ figure }) => figure),
    ];
    const rows = await queries.query<TargetRow>(sql`
      SELECT ${TARGETS.columns()} FROM target
      WHERE (agency, year, figure) IN (SELECT * FROM unnest(${agencies}::text[], ${years}::int[], ${figures}::text[]))
      ORDER BY year, agency, figure FOR UPDATE`);
    const found = new Map(rows.map((row) => [keyOf(row), row]));
    return commands.map((command) => ({ before: found.get(keyOf(command)) ?? null }));
  },
  decide: ({ before }, { version, actor, ...target }, at) => {
    assertVersion(before?.version, version);
    return { before, after: { ...target, version: (before?.version ?? 0) + 1 }, at, actor };
  },
  answer: ({ before, after }) => {
    const headers = { version: after.version, location: `/reporting/v1/targets/${keyOf(after)}` };
    return (before ? ok : created)(targetView(after), headers);
  },
};
