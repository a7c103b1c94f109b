import { Inject, Injectable } from '@nestjs/common';
import { type Agency, Agencies, Calendars } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, newId } from '@motcua/kernel';
import { type LockingQueries, type Queries, sql } from '@motcua/platform';
import type { CaseState } from '@motcua/processing-domain';
import { concernedAgencies } from '../access/reach.js';
import { CalendarsOfCase } from '../persistence/calendars-of-case.js';
import type { CaseRow } from '../persistence/case-row.js';
import { type NotesOfCase, notesOfCases } from '../persistence/case-notes.js';
import type { ResultRow } from '../persistence/case-results.js';
import { leadersOf } from '../persistence/leaders.js';
import { type OfficerRow, officersWhere, signatoriesOf } from '../persistence/officer-register.js';
import { type StoredCase, storedCase } from '../persistence/stored-case.js';
import type { TaskRow } from '../persistence/task-row.js';
import { PromiseConfig } from '../persistence/promise.config.js';
import { WatchConfig } from '../persistence/watch.config.js';
import { hasPassed, openWatched, type WatchedRow } from '../persistence/watched.js';
import {
  casesStatement,
  concernedStatement,
  resultsStatement,
  type Scoped,
  scopeOf,
  tasksStatement,
} from './case-fact-statements.js';
import type { Asked, CaseFacts, Needs } from './case-facts.js';

/** What one wave of statements reads for a group of commands. */
interface Read {
  readonly cases: readonly StoredCase[];
  readonly tasks: ReadonlyMap<string, TaskRow>;
  readonly results: ReadonlyMap<string, readonly ResultRow[]>;
  readonly notes: ReadonlyMap<string, NotesOfCase>;
  readonly watched: ReadonlyMap<string, readonly WatchedRow[]>;
  readonly officers: ReadonlyMap<string, OfficerRow>;
  readonly agencies: ReadonlyMap<string, Agency>;
}

const none = <Row>(): Promise<Row[]> => Promise.resolve([]);
const MOST_TASKS_OF_STEP = ({ terms }: CaseState): number =>
  Math.max(1, ...terms.definition.steps.map((step) => (step.kind === 'consultation' ? step.ask.length : 1)));

/** Reads what commands on cases are decided from: a statement each for all of a group, in one wave. */
@Injectable()
export class ReadCaseFacts {
  constructor(
    private readonly calendars: Calendars,
    private readonly calendarsOfCase: CalendarsOfCase,
    private readonly agencies: Agencies,
    private readonly config: WatchConfig,
    private readonly promises: PromiseConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Locks the cases. @throws NotYetKnown while a calendar has not arrived */
  async locked<Command extends Asked>(
    queries: LockingQueries,
    needs: Needs<Command>,
    commands: readonly Command[],
  ): Promise<(CaseFacts | undefined)[]> {
    const read = await this.wave(queries, needs, commands);
    const byId = new Map(read.cases.map((stored) => [stored.state.dossierId, stored]));
    return Promise.all(
      commands.map(async (command) => {
        const task = 'taskId' in command ? read.tasks.get(command.taskId) : undefined;
        const stored = byId.get('dossierId' in command ? command.dossierId : (task?.dossier_id ?? ''));
        return stored && (await this.factsOf(queries, needs, command, { read, stored, task }));
      }),
    );
  }

  private async wave<Command extends Asked>(
    queries: LockingQueries,
    needs: Needs<Command>,
    commands: readonly Command[],
  ): Promise<Read> {
    const scope = scopeOf(commands);
    const [rows, tasks, results, notes, watched, officers, agencies] = await Promise.all([
      queries.query<CaseRow>(casesStatement(scope, queries.skipLocked)),
      queries.query<TaskRow>(tasksStatement(scope)),
      needs.results ? queries.query<ResultRow>(resultsStatement(scope)) : none<ResultRow>(),
      this.notesOf(queries, needs, commands),
      queries.query<WatchedRow>(openWatched(scope.of)),
      this.officersOf(queries, needs, commands),
      this.agenciesOf(queries, needs, commands, scope),
    ]);
    const open = Map.groupBy(
      tasks.filter(({ state }) => state === 'open'),
      (task) => task.dossier_id,
    );
    return {
      cases: rows.map((row) => storedCase(row, open.get(row.dossier_id) ?? [])),
      tasks: new Map(tasks.map((task) => [task.id, task])),
      results: Map.groupBy(results, ({ dossier_id }) => dossier_id),
      notes,
      watched: Map.groupBy(watched, ({ dossier_id }) => dossier_id),
      officers: new Map(officers.map((officer) => [officer.subject, officer])),
      agencies: new Map(agencies.map((agency) => [agency.code, agency])),
    };
  }

  private notesOf<Command extends Asked>(
    queries: Queries,
    needs: Needs<Command>,
    commands: readonly Command[],
  ): Promise<ReadonlyMap<string, NotesOfCase>> {
    const asked = commands.flatMap((command) => {
      const note = needs.note?.(command);
      return note === undefined || !('dossierId' in command) ? [] : [{ dossierId: command.dossierId, note }];
    });
    return notesOfCases(queries, asked);
  }

  private officersOf<Command extends Asked>(
    queries: Queries,
    needs: Needs<Command>,
    commands: readonly Command[],
  ): Promise<OfficerRow[]> {
    const actors = commands.flatMap(({ actor }) => (actor ? [actor.subject] : []));
    const subjects = [...actors, ...commands.flatMap((command) => needs.officers?.(command) ?? [])];
    if (subjects.length === 0) return none();
    const named = sql`o.subject = ANY (${subjects}::text[])`;
    return queries.query(officersWhere(needs.standIns ? sql`${named} OR o.deputy = ANY (${actors}::text[])` : named));
  }

  private agenciesOf<Command extends Asked>(
    queries: Queries,
    needs: Needs<Command>,
    commands: readonly Command[],
    scope: Scoped,
  ): Promise<Agency[]> {
    if (commands.every(({ actor }) => actor === undefined)) return none();
    const named = commands.flatMap((command) => needs.agencies?.(command) ?? []);
    return this.agencies.among(queries, concernedStatement(scope), named);
  }

  private async factsOf<Command extends Asked>(
    queries: Queries,
    needs: Needs<Command>,
    command: Command,
    { read, stored, task }: { readonly read: Read; readonly stored: StoredCase; readonly task: TaskRow | undefined },
  ): Promise<CaseFacts> {
    const { state } = stored;
    const watched = read.watched.get(state.dossierId) ?? [];
    const passed = watched.some((row) => hasPassed(row, this.clock.now()));
    const signing = needs.signatories?.(state, command, task?.step);
    const revision = needs.calendarRevision?.(command);
    const missing = (needs.agenciesOf?.(state, command) ?? []).filter((code) => !read.agencies.has(code));
    const more = missing.length > 0 ? await this.agencies.findMany(missing, queries) : [];
    return {
      stored,
      task,
      calendars: await this.calendarsOfCase.of(state, queries),
      laterCalendar:
        revision === undefined
          ? undefined
          : (await this.calendars.revision(state.terms.calendar.code, revision, queries)).calendar,
      settings: this.config.settings,
      mostWorkingDaysBeyondLaw: this.promises.mostWorkingDaysBeyondLaw,
      watched,
      results: read.results.get(state.dossierId) ?? [],
      notes: read.notes.get(state.dossierId) ?? { last: 0, named: undefined },
      officers: read.officers,
      signatories: signing === undefined ? [] : await queries.query<OfficerRow>(signatoriesOf(signing)),
      agencies:
        more.length === 0 ? read.agencies : new Map([...read.agencies, ...more.map((one) => [one.code, one] as const)]),
      leaders: passed || needs.leaders ? await leadersOf(queries, concernedAgencies(state)) : new Map(),
      taskIds: needs.taskIds ? Array.from({ length: MOST_TASKS_OF_STEP(state) }, newId) : [],
    };
  }
}
