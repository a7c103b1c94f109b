import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import type { DossierAcceptedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import type { WorkingCalendar } from '@motcua/legal-clock';
import { type Answer, type CommandKind, type Queries, sql } from '@motcua/platform';
import { agencyOfStep, firstStepOf, openCase, type ProcessDefinition } from '@motcua/processing-domain';
import { REACTED, type Reacted } from '../../change/reacted.js';
import { CASE } from '../../persistence/case-aggregate.js';
import type { CaseChange } from '../../persistence/case-change.js';
import { type CaseRow, CASES, newCaseRow } from '../../persistence/case-row.js';
import { type Leaders, leadersOf } from '../../persistence/leaders.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import { storedCase, type StoredCase } from '../../persistence/stored-case.js';
import { taskChanges } from '../../persistence/task-changes.js';
import { WatchConfig } from '../../persistence/watch.config.js';
import { toWatch } from '../../persistence/watched.js';
import { acceptedDossier } from './accepted-dossier.js';

interface OpeningFacts {
  /** Its case of before, where that acceptance was undone. */
  readonly undone: StoredCase | null;
  readonly definition: ProcessDefinition;
  readonly calendar: WorkingCalendar;
  readonly earlierSupplements: number;
  readonly leaders: Leaders;
  readonly taskIds: readonly string[];
}

/** Opens the cases of accepted dossiers. Later deadlines are counted on the calendar of the acceptance: it is waited for. */
@Injectable()
export class OpenCase implements CommandKind<DossierAcceptedV1, OpeningFacts, CaseChange, Reacted> {
  readonly aggregate = CASE;

  constructor(
    private readonly calendars: Calendars,
    private readonly definitions: ProcessDefinitions,
    private readonly config: WatchConfig,
  ) {}

  about({ dossierId }: DossierAcceptedV1): string {
    return `case/${dossierId}`;
  }

  /** @throws NotYetKnown while a calendar has not arrived */
  async facts(queries: Queries, accepted: readonly DossierAcceptedV1[]): Promise<OpeningFacts[]> {
    const ids = accepted.map(({ dossierId }) => dossierId);
    const versions = accepted.map(({ procedureCode, procedureVersion }) => ({
      procedure: procedureCode,
      version: procedureVersion,
    }));
    const [definitions, counted, undone] = await Promise.all([
      this.definitions.inForceOf(queries, versions),
      queries.query<{ dossier_id: string; number: number }>(
        sql`SELECT dossier_id, number FROM earlier_supplement WHERE dossier_id = ANY (${ids}::uuid[])`,
      ),
      queries.query<CaseRow>(
        sql`SELECT ${CASES.columns('c')} FROM case_file c WHERE c.dossier_id = ANY (${ids}::uuid[]) AND c.status = 'undone' FOR UPDATE`,
      ),
    ]);
    const before = new Map(undone.map((row) => [row.dossier_id, storedCase(row, [])]));
    const earlier = new Map(counted.map(({ dossier_id, number }) => [dossier_id, number]));
    return Promise.all(
      accepted.map(async (data, i) => ({
        ...(await this.factsOf(queries, data, definitions[i]!, earlier.get(data.dossierId) ?? 0)),
        undone: before.get(data.dossierId) ?? null,
      })),
    );
  }

  decide(
    { undone, definition, calendar, earlierSupplements, leaders, taskIds }: OpeningFacts,
    data: DossierAcceptedV1,
  ): CaseChange {
    const dossier = acceptedDossier(data, definition, earlierSupplements);
    const ids = taskIds.values();
    const newTaskId = (): string => ids.next().value as string;
    const { state, facts } = openCase(dossier, { newTaskId, calendar });
    const at = dossier.acceptedAt;
    const { applicantRef, submittedBy, parties } = data;
    const opened = newCaseRow(state, { applicant_ref: applicantRef, submitted_by: submittedBy, parties });
    const row = undone ? { ...opened, version: undone.row.version + 1 } : opened;
    const tasks = taskChanges(new Map(), state, applicantRef, { at });
    return {
      before: undone,
      after: storedCase(
        row,
        tasks.map(({ after }) => after),
      ),
      at,
      facts,
      noticed: [],
      line: {
        action: 'opened',
        at,
        actor: data.acceptedBy.subject,
        detail: {
          definition: { procedure: definition.procedure, version: definition.version },
          procedure: { code: data.procedureCode, version: data.procedureVersion },
          statutoryDueAt: data.statutoryDueAt,
          promisedDueAt: data.promisedDueAt,
        },
      },
      tasks,
      results: [],
      seen: [],
      watched: toWatch(state, { calendar, settings: this.config.settings }),
      leaders,
    };
  }

  answer(): Answer<Reacted> {
    return REACTED;
  }

  private async factsOf(
    queries: Queries,
    { calendar, receivingAgency, competentAgency }: DossierAcceptedV1,
    definition: ProcessDefinition,
    earlierSupplements: number,
  ): Promise<Omit<OpeningFacts, 'undone'>> {
    const first = firstStepOf(definition);
    const agency = agencyOfStep(
      { receivingAgency, competentAgency },
      first.kind === 'consultation' ? undefined : first.agency,
    );
    return {
      definition,
      calendar: (await this.calendars.revision(calendar.code, calendar.revision, queries)).calendar,
      earlierSupplements,
      // Two requests before the acceptance count against the agency, whose leaders are told (R10).
      leaders: earlierSupplements > 1 ? await leadersOf(queries, [agency]) : new Map(),
      taskIds: Array.from({ length: first.kind === 'consultation' ? first.ask.length : 1 }, newId),
    };
  }
}
