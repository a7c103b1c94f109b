import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, Refusal } from '@motcua/kernel';
import { assertVersion, type Tx } from '@motcua/platform';
import {
  answeredByData,
  DRAFT_QUESTIONS,
  type Origin,
  type ProcedureRecord,
  type VersionRecord,
  type VersionDefinition,
  versionFaults,
  type VersionSurroundings,
} from '@motcua/catalogue-domain';
import { AgencyStore } from '../persistence/agency-store.js';
import { schemaFault } from '../form-schema/schema-fault.js';
import { FieldStore } from '../persistence/field-store.js';
import { HeadlineStore } from '../persistence/headline-store.js';
import { ProcedureStore } from '../persistence/procedure-store.js';
import { TariffStore } from '../persistence/tariff-store.js';
import type { CatalogueCode } from '../problems.js';

export interface DraftVersionCommand {
  readonly code: string;
  readonly version: number;
  readonly definition: VersionDefinition;
  readonly actor: string;
  readonly seen: number | undefined;
  readonly origin?: Origin;
}

/** Writes a draft of a version, or replaces it. What was announced is never written again (R14). */
@Injectable()
export class DraftVersion {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(AgencyStore) private readonly agencies: AgencyStore,
    @Inject(FieldStore) private readonly fields: FieldStore,
    @Inject(TariffStore) private readonly tariffs: TariffStore,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCEDURE.INVALID, PROCEDURE.NOT_A_DRAFT, PROCEDURE.VERSION_NOT_NEXT, PROCEDURE.REPEALED, RESOURCE.CHANGED */
  async execute(tx: Tx, command: DraftVersionCommand): Promise<VersionRecord> {
    const { code, version: number, actor, seen, origin = 'written' } = command;
    const definition = await this.withFieldName(tx, command.definition);
    const faults = versionFaults(definition, await this.surroundings(tx, definition));
    if (faults.length > 0) throw new Refusal<CatalogueCode>('PROCEDURE.INVALID', {}, faults);
    const procedure = await this.procedures.lockOrCreate(tx, code);
    const before = procedure.versions.find(({ version }) => version === number);
    assertWritable(procedure, before, number);
    assertVersion(before?.revision, seen);
    const tariff = await this.tariffs.find(code, tx);
    const time = this.clock.now();
    const version: VersionRecord = {
      version: number,
      definition: { ...definition, asGiven: before?.definition.asGiven ?? null },
      openQuestions: answeredByData(DRAFT_QUESTIONS, before?.openQuestions ?? [], definition, tariff?.lines, {
        by: actor,
        at: time,
      }),
      notes: before?.notes ?? [],
      announcement: null,
      origin: before && before.origin !== 'written' ? 'imported-edited' : origin,
      contentHash: before?.contentHash ?? null,
      revision: (before?.revision ?? 0) + 1,
    };
    await this.procedures.saveVersion(tx, code, version);
    await this.headlines.refresh(tx, code);
    tx.record({
      aggregate: `procedure:${code}`,
      at: time,
      actor,
      action: 'version-drafted',
      detail: { version: number, revision: version.revision },
    });
    return version;
  }

  async surroundings(
    tx: Tx,
    { field, competentAgencies, formSchema }: VersionDefinition,
  ): Promise<VersionSurroundings> {
    const known = field.code === null ? undefined : await this.fields.find(field.code, tx);
    return {
      fields: new Set(known ? [known.code] : []),
      agencies: await this.agencies.known(competentAgencies ?? [], tx),
      schemaFault: schemaFault(formSchema),
    };
  }

  private async withFieldName(tx: Tx, definition: VersionDefinition): Promise<VersionDefinition> {
    const field = definition.field.code === null ? undefined : await this.fields.find(definition.field.code, tx);
    return field ? { ...definition, field: { code: field.code, name: field.name } } : definition;
  }
}

function assertWritable(
  { code, repeal, versions }: ProcedureRecord,
  before: VersionRecord | undefined,
  number: number,
): void {
  if (repeal)
    throw new Refusal<CatalogueCode>('PROCEDURE.REPEALED', {
      procedure: code,
      from: repeal.from,
      decisionNumber: repeal.decisionNumber,
    });
  if (before?.announcement) {
    throw new Refusal<CatalogueCode>('PROCEDURE.NOT_A_DRAFT', { procedure: code, version: number }, [], {
      vi: 'Phiên bản đã công bố không sửa được; hãy lập phiên bản mới.',
      en: 'An announced version does not change; draft the next one.',
    });
  }
  const next = (versions.at(-1)?.version ?? 0) + 1;
  if (!before && number !== next) {
    throw new Refusal<CatalogueCode>('PROCEDURE.VERSION_NOT_NEXT', { procedure: code, version: number, next }, [], {
      vi: `Phiên bản tiếp theo là ${next}.`,
      en: `The next version is ${next}.`,
    });
  }
}
