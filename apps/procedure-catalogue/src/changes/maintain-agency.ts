import {
  type AgencyContent,
  type AgencyRecord,
  type AgencyStep,
  type AgencyTree,
  maintainAgency,
} from '@motcua/catalogue-domain';
import { AgencyChangedV1 } from '@motcua/contracts';
import { legacyIdentifier } from '@motcua/kernel';
import {
  type Aggregate,
  assertVersion,
  type CommandKind,
  created,
  type HistoryEntry,
  ok,
  type Queries,
} from '@motcua/platform';
import { agenciesBelow, findAgency, lockAgencyTree, saveAgencies, successionOf } from '../persistence/agencies.js';
import { findCalendars } from '../persistence/calendars.js';
import { proceduresNaming, saveHeadlines } from '../persistence/headlines.js';
import { line } from '../persistence/history.js';
import { compareNaming } from './compare-differences.js';
import { lockProcedures } from './procedure-facts.js';

interface MaintainAgency extends AgencyContent {
  readonly actor: string;
  /** Revision that the caller saw; undefined where it expects none. */
  readonly seen: number | undefined;
}

/** The agency, and after it those below that moved along. */
interface AgencyChange {
  readonly steps: readonly [AgencyStep, ...AgencyStep[]];
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const AGENCY: Aggregate<AgencyChange> = {
  save: async (queries, changes) => {
    // One after the other: a parent that is new must be there before what lies below it.
    for (const { steps } of changes) await saveAgencies(queries, steps);
    const shown = changes.flatMap(({ steps }) => steps).filter(isShownOtherwise);
    if (shown.length > 0)
      await showNewNames(
        queries,
        shown.map(({ after }) => after.code),
      );
    const at = changes.at(-1)?.at;
    if (at) await compareNaming(queries, 'agencies', at);
    return undefined;
  },
  events: ({ steps, at: time }) =>
    steps.map(({ after }) => ({ contract: AgencyChangedV1, key: after.code, data: after, time })),
  history: ({ steps: [{ before, after }, ...moved], actor, at }) => [
    line('agency', after.code, before ? 'changed' : 'created', { at, actor, detail: { ...after } }),
    ...moved.map(({ after: one }): HistoryEntry =>
      line('agency', one.code, 'moved', { at, actor, detail: { ...one } }),
    ),
  ],
};

/** By another name, or by that of who took its place. */
const isShownOtherwise = ({ before, after }: AgencyStep): boolean =>
  before !== null && (before.name !== after.name || String(before.successors) !== String(after.successors));

/** Lists and searches show agencies by name. */
async function showNewNames(queries: Queries, agencies: readonly string[]): Promise<void> {
  const naming = await lockProcedures(queries, await proceduresNaming(queries, agencies));
  if (naming.size > 0)
    await saveHeadlines(
      queries,
      [...naming.values()].map(({ procedure }) => procedure),
    );
}

/** Creates, renames, moves or closes an agency; those below move along. */
export const MAINTAIN_AGENCY: CommandKind<MaintainAgency, AgencyTree, AgencyChange, AgencyRecord> = {
  aggregate: AGENCY,
  about: () => 'agency-tree',
  facts: async (queries, commands) => {
    await lockAgencyTree(queries);
    return Promise.all(commands.map((command) => treeAround(queries, command)));
  },
  decide: (tree, { actor, seen, ...wanted }, at) => {
    assertVersion(tree.before?.revision, seen);
    return { steps: maintainAgency(tree, wanted), actor, at };
  },
  answer: ({ steps: [{ after }] }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/agencies/${after.code}` };
    return after.revision === 1 ? created(after, headers) : ok(after, headers);
  },
};

async function treeAround(
  queries: Queries,
  { code, parent, calendar, successors }: AgencyContent,
): Promise<AgencyTree> {
  const [before, above, namesake, below, calendars, succession] = await Promise.all([
    findAgency(queries, code),
    parent === null ? undefined : findAgency(queries, parent),
    findAgency(queries, legacyIdentifier(code)),
    agenciesBelow(queries, code),
    calendar === null ? [] : findCalendars(queries, [calendar]),
    successionOf(queries, successors),
  ]);
  return { before: before ?? null, parent: above, namesake, below, calendarKnown: calendars.length > 0, succession };
}
