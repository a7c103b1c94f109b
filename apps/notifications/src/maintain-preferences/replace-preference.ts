import { type Aggregate, assertVersion, type CommandKind, created, ok, rowTable, sql } from '@motcua/platform';
import { line } from '../persistence/history.js';
import type { ChangedRow } from '../persistence/row-change.js';
import type { Preference } from '../preferences/preference.js';
import { type PreferenceView, preferenceView } from './preference.view.js';

interface StoredPreference extends Preference {
  readonly person: string;
  readonly version: number;
}

const PREFERENCES = rowTable<StoredPreference>('preference', {
  person: 'key',
  email: 'plain',
  inApp: 'plain',
  language: 'plain',
  version: 'plain',
});

const PREFERENCE: Aggregate<ChangedRow<StoredPreference>> = {
  save: async (queries, changes) => {
    await PREFERENCES.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { person, email, inApp, language }, at, actor }) => [
    line('preference', person, 'changed', { at, actor, detail: { email, inApp, language } }),
  ],
};

interface ReplacePreferenceCommand extends Preference {
  /** Under whose name it is stored. */
  readonly person: string;
  /** As the path names the person. */
  readonly subject: string;
  /** As the caller saw it; undefined where nothing was there. */
  readonly version: number | undefined;
  readonly actor: string;
}

interface Facts {
  readonly before: StoredPreference | null;
}

/** How a person wants to be notified from now on. */
export const REPLACE_PREFERENCE: CommandKind<
  ReplacePreferenceCommand,
  Facts,
  ChangedRow<StoredPreference>,
  PreferenceView
> = {
  aggregate: PREFERENCE,
  about: ({ person }) => `preference/${person}`,
  facts: async (queries, commands) => {
    const people = [...new Set(commands.map(({ person }) => person))].sort();
    // Who has none yet has no row to lock.
    const [, found] = await Promise.all([
      queries.query(sql`
        SELECT pg_advisory_xact_lock(hashtextextended('preference ' || person, 0))
        FROM unnest(${people}::text[]) WITH ORDINALITY AS p (person, n) ORDER BY n`),
      queries.query<StoredPreference>(
        sql`SELECT ${PREFERENCES.columns()} FROM preference WHERE person = ANY (${people})`,
      ),
    ]);
    const known = new Map(found.map((row) => [row.person, row]));
    return commands.map(({ person }) => ({ before: known.get(person) ?? null }));
  },
  decide: ({ before }, { person, version, email, inApp, language, actor }, at) => {
    assertVersion(before?.version, version);
    const after = { person, email, inApp, language, version: (before?.version ?? 0) + 1 };
    return { before, after, at, actor };
  },
  answer: ({ before, after }, _, { subject }) => {
    const { version } = after;
    const view = preferenceView(subject, after);
    return before
      ? ok(view, { version })
      : created(view, { version, location: `/notification/v1/preferences/${encodeURIComponent(subject)}` });
  },
};
