import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, type Fault, type Language, Refusal } from '@motcua/kernel';
import { type Answer, assertVersion, type CommandKind, created, ok, type Queries, sql } from '@motcua/platform';
import {
  type ProcessDefinition,
  processFaults,
  type ProcessStep,
  stepTermFaults,
  type ProcessingRefusalCode,
} from '@motcua/processing-domain';
import { PromisedTerm } from '../../persistence/promised-term.js';
import { PROCESS_DEFINITION, type DefinitionChange } from '../../persistence/process-definition-aggregate.js';
import { type DefinitionRow, ProcessDefinitions } from '../../persistence/process-definitions.js';
import { namedAgencies } from './named-agencies.js';
import { processDefinitionView } from './process-definition.view.js';
import { type IsStaffed, Staffing } from './staffing.js';

interface DefineProcess {
  readonly procedure: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly ProcessStep[];
  /** Undefined where nothing is expected to be there. */
  readonly seen: number | undefined;
  readonly actor: string;
  readonly language: Language;
}

interface DefinitionFacts {
  readonly known: DefinitionRow | undefined;
  readonly promisedMinutes: number | null;
  /** Identifiers of the agencies in the definition that work. */
  readonly agencies: ReadonlySet<string>;
  /** Those for which the register names somebody who may sign. */
  readonly signedFor: ReadonlySet<string>;
  readonly isStaffed: IsStaffed;
}

const UNKNOWN = { vi: 'Không có cơ quan này trong tỉnh.', en: 'This agency does not exist in the province.' };

/**
 * Saves the steps of a procedure's version, if every case can go through them in the promised time.
 * @rule R14
 */
@Injectable()
export class DefineProcesses implements CommandKind<DefineProcess, DefinitionFacts, DefinitionChange, object> {
  readonly aggregate = PROCESS_DEFINITION;

  constructor(
    private readonly definitions: ProcessDefinitions,
    private readonly agencies: Agencies,
    private readonly promised: PromisedTerm,
    private readonly staffing: Staffing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  about({ procedure, version }: DefineProcess): string {
    return `processDefinition/${procedure}@${version}`;
  }

  async facts(queries: Queries, commands: readonly DefineProcess[]): Promise<DefinitionFacts[]> {
    const names = [...new Set(commands.map((command) => this.about(command)))].sort();
    const named = commands.flatMap(({ steps }) => namedAgencies(steps).map(({ agency }) => agency));
    const [, rows, agencies, signing] = await Promise.all([
      // A definition that is not there yet has no row to lock.
      queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(n, 0)) FROM unnest(${names}::text[]) AS n`),
      this.definitions.findMany(queries, commands),
      named.length === 0 ? [] : this.agencies.findMany(named, queries),
      queries.query<{ agency: string }>(sql`
        SELECT DISTINCT right_of.agency FROM officer o, jsonb_to_recordset(o.signing) AS right_of (agency text)
        WHERE right_of.agency = ANY (${named}::text[])`),
    ]);
    const active = new Set(agencies.filter((one) => one.active).map(({ code }) => code));
    const now = this.clock.now();
    return Promise.all(
      commands.map(async ({ procedure, version, steps }, i) => ({
        known: rows[i],
        promisedMinutes: await this.promised.minutes(queries, procedure, version, now),
        agencies: active,
        signedFor: new Set(signing.map(({ agency }) => agency)),
        isStaffed: await this.staffing.of(queries, steps),
      })),
    );
  }

  /** @throws Refusal PROCESS.INVALID with every fault, RESOURCE.CHANGED */
  decide(
    { known, promisedMinutes, agencies, signedFor }: DefinitionFacts,
    command: DefineProcess,
    at: Temporal.Instant,
  ): DefinitionChange {
    const { procedure, version, name, steps, seen, actor } = command;
    const proposed: ProcessDefinition = { procedure, version, name, steps };
    const faults = [
      ...processFaults(proposed),
      ...unknownAgencies(steps, agencies),
      ...unsignedSteps(steps, agencies, signedFor),
      ...stepTermFaults(proposed, promisedMinutes),
    ];
    if (faults.length > 0) throw new Refusal<ProcessingRefusalCode>('PROCESS.INVALID', {}, faults);
    assertVersion(known?.version, seen);
    const revision = (known?.version ?? 0) + 1;
    const definition = { ...proposed, revision };
    const row = { procedure_code: procedure, procedure_version: version, version: revision, definition };
    return { before: known ?? null, after: row, at, actor };
  }

  answer(
    { before, after }: DefinitionChange,
    { promisedMinutes, isStaffed }: DefinitionFacts,
    { procedure, version, language }: DefineProcess,
  ): Answer<object> {
    const view = processDefinitionView(
      after.definition,
      { procedure, version },
      { promisedMinutes, isStaffed, language },
    );
    return (before ? ok : created)(view, { version: after.version });
  }
}

const unknownAgencies = (steps: readonly ProcessStep[], known: ReadonlySet<string>): Fault[] =>
  namedAgencies(steps)
    .filter(({ agency }) => !known.has(agency))
    .map(({ pointer }) => ({ pointer, code: 'PROCESS.AGENCY_UNKNOWN', detail: UNKNOWN }));

const NOBODY_SIGNS = {
  vi: 'Chưa có cán bộ nào được đăng ký thẩm quyền ký của cơ quan này.',
  en: 'The register names no officer who may sign for this agency.',
};

/** A step that signs in an agency for which nobody may sign would hold up every case. */
const unsignedSteps = (
  steps: readonly ProcessStep[],
  known: ReadonlySet<string>,
  signedFor: ReadonlySet<string>,
): Fault[] =>
  steps.flatMap((step, i) => {
    if (step.kind === 'consultation' || !step.outcomes.some(({ signs }) => signs === true)) return [];
    const { agency } = step;
    if (agency === undefined || !known.has(agency) || signedFor.has(agency)) return [];
    return [{ pointer: `/steps/${i}/agency`, code: 'PROCESS.NOBODY_SIGNS', detail: NOBODY_SIGNS }];
  });
