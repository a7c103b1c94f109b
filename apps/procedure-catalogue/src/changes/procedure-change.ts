import type { ProcedureFact, ProcedureState } from '@motcua/catalogue-domain';
import {
  ProcedureRepealedV1,
  ProcedureSuspendedV1,
  ProcedureVersionAnnouncedV1,
  TariffChangedV1,
} from '@motcua/contracts';
import type { Aggregate, HistoryEntry, NewEvent, Queries } from '@motcua/platform';
import { saveHeadlines } from '../persistence/headlines.js';
import { line } from '../persistence/history.js';
import { saveProcedures } from '../persistence/procedures.js';
import { TARIFF_REVISIONS, type TariffRevision } from '../persistence/revisions.js';
import { compareDifferences } from './compare-differences.js';
import { announcedVersion } from './announced-version.js';

/** What became of a procedure: its rows, its headlines, its events and its history follow from this. */
export interface ProcedureChange {
  readonly before: ProcedureState | null;
  readonly after: ProcedureState;
  readonly facts: readonly [ProcedureFact, ...ProcedureFact[]];
  readonly actor: string;
  readonly at: Temporal.Instant;
}

export const PROCEDURE: Aggregate<ProcedureChange> = {
  save: async (queries, changes) => {
    await saveChanges(queries, changes);
    return undefined;
  },
  events: procedureEvents,
  history: ({ after, facts: [first, ...rest], actor, at }) => {
    const { code } = after.procedure;
    return [entryOf(code, first, actor, at), ...rest.map((fact) => entryOf(code, fact, actor, at))];
  },
};

export async function saveChanges(queries: Queries, changes: readonly ProcedureChange[]): Promise<void> {
  await saveProcedures(queries, changes);
  const revisions = changes.flatMap(tariffRevisions).map((after) => ({ before: null, after }));
  if (revisions.length > 0) await TARIFF_REVISIONS.save(queries, revisions);
  const changed = changes.filter(({ before, after }) => before?.procedure !== after.procedure);
  if (changed.length > 0) {
    await saveHeadlines(
      queries,
      changed.map(({ after }) => after.procedure),
    );
  }
  const at = changes.at(-1)?.at;
  if (at) await compareDifferences(queries, new Map(changes.map(({ after }) => [after.procedure.code, after])), at);
}

/** What is kept of a tariff for good: each state in which it was, since when, by whom, and why where the past was corrected. */
const tariffRevisions = ({ after, facts, actor, at }: ProcedureChange): TariffRevision[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'tariffSet' && fact.type !== 'tariffImported') return [];
    const { revision, lines } = fact;
    const reason = fact.type === 'tariffSet' ? fact.reason : null;
    return [{ procedure: after.procedure.code, revision, lines, reason, setBy: actor, setAt: at }];
  });

/** Everything that other services hear of a procedure, from what differs. Drafts are the catalogue's own. */
export function procedureEvents({ before, after, facts, at: time }: ProcedureChange): NewEvent[] {
  const { procedure, tariff } = after;
  const { code, versions, suspensions, repeal } = procedure;
  const announcedBefore = (number: number): boolean =>
    before?.procedure.versions.find(({ version }) => version === number)?.announcement != null;
  return [
    ...versions.flatMap((version): NewEvent[] =>
      version.announcement && !announcedBefore(version.version)
        ? [
            {
              contract: ProcedureVersionAnnouncedV1,
              key: code,
              data: announcedVersion(code, version, version.announcement, tariff?.revision ?? null),
              time,
            },
          ]
        : [],
    ),
    ...suspensions
      .filter((suspension) => !before?.procedure.suspensions.includes(suspension))
      .map((suspension) => ({ contract: ProcedureSuspendedV1, key: code, data: { code, ...suspension }, time })),
    ...(repeal && repeal !== before?.procedure.repeal
      ? [{ contract: ProcedureRepealedV1, key: code, data: { code, ...repeal }, time }]
      : []),
    ...(tariff && tariff !== before?.tariff
      ? [
          {
            contract: TariffChangedV1,
            key: code,
            data: {
              procedureCode: code,
              revision: tariff.revision,
              lines: tariff.lines,
              reason: facts.find((fact) => fact.type === 'tariffSet')?.reason ?? null,
            },
            time,
          },
        ]
      : []),
  ];
}

function entryOf(code: string, fact: ProcedureFact, actor: string, at: Temporal.Instant): HistoryEntry {
  const { type, ...detail } = fact;
  if (type === 'tariffSet') return line('tariff', code, 'set', { at, actor, detail });
  if (type === 'tariffImported') return line('tariff', code, 'imported', { at, actor, detail });
  return line('procedure', code, type, { at, actor, detail });
}
