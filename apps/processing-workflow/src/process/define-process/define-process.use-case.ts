import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, type Fault, Refusal } from '@motcua/kernel';
import { assertVersion, type Tx } from '@motcua/platform';
import {
  type ProcessDefinition,
  processFaults,
  type ProcessStep,
  stepTermFaults,
  type ProcessingRefusalCode,
} from '@motcua/processing-domain';
import { PromisedTerm } from '../../persistence/promised-term.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';

export interface DefineProcessCommand {
  readonly procedure: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly ProcessStep[];
  /** Undefined where nothing is expected to be there. */
  readonly seen: number | undefined;
  readonly actor: string;
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('process/' || $1 || '/' || $2, 0))`;
const UNKNOWN = { vi: 'Không có cơ quan này trong tỉnh.', en: 'The province has no such agency.' };

/** The agencies that a definition names by identifier, each with its pointer. */
const namedAgencies = (steps: readonly ProcessStep[]): { agency: string; pointer: string }[] =>
  steps
    .flatMap((step, i) =>
      step.kind === 'consultation'
        ? step.ask.map(({ agency }, j) => ({ agency, pointer: `/steps/${i}/ask/${j}/agency` }))
        : [{ agency: step.agency ?? 'competent', pointer: `/steps/${i}/agency` }],
    )
    .filter(({ agency }) => agency !== 'competent' && agency !== 'receiving');

/** Saves the steps of a procedure's version, if every case can go through them in the promised time. */
@Injectable()
export class DefineProcess {
  constructor(
    private readonly definitions: ProcessDefinitions,
    private readonly agencies: Agencies,
    private readonly promised: PromisedTerm,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCESS.INVALID with every fault, RESOURCE.CHANGED */
  async execute(
    tx: Tx,
    { procedure, version, name, steps, seen, actor }: DefineProcessCommand,
  ): Promise<{ definition: ProcessDefinition; isNew: boolean; promisedMinutes: number | null }> {
    const now = this.clock.now();
    const promisedMinutes = await this.promised.minutes(tx, procedure, version, now);
    const proposed: ProcessDefinition = { procedure, version, name, steps };
    const faults = [
      ...processFaults(proposed),
      ...(await this.unknownAgencies(tx, steps)),
      ...stepTermFaults(proposed, promisedMinutes),
    ];
    if (faults.length > 0) throw new Refusal<ProcessingRefusalCode>('PROCESS.INVALID', {}, faults);
    await tx.query(LOCK, [procedure, String(version)]);
    const known = await this.definitions.find(tx, procedure, version);
    assertVersion(known?.version, seen);
    const revision = (known?.version ?? 0) + 1;
    const definition = { ...proposed, revision };
    await this.definitions.save(tx, definition, revision);
    tx.record({
      aggregate: `process/${procedure}@${version}`,
      at: now,
      actor,
      action: 'define',
      detail: { version: revision, steps: steps.map(({ code }) => code) },
    });
    return { definition, isNew: known === undefined, promisedMinutes };
  }

  private async unknownAgencies(tx: Tx, steps: readonly ProcessStep[]): Promise<Fault[]> {
    const named = namedAgencies(steps);
    if (named.length === 0) return [];
    const found = await this.agencies.findMany([...new Set(named.map(({ agency }) => agency))], tx);
    const known = new Set(found.filter(({ active }) => active).map(({ code }) => code));
    return named
      .filter(({ agency }) => !known.has(agency))
      .map(({ pointer }) => ({ pointer, code: 'PROCESS.AGENCY_UNKNOWN', detail: UNKNOWN }));
  }
}
