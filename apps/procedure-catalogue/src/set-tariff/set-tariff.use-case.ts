import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, Refusal } from '@motcua/kernel';
import { TariffChangedV1 } from '@motcua/contracts';
import { assertVersion, type Tx } from '@motcua/platform';
import { HeadlineStore } from '../persistence/headline-store.js';
import { ProcedureStore } from '../persistence/procedure-store.js';
import {
  answeredByData,
  FEE_QUESTIONS,
  tariffFaults,
  type TariffLine,
  type TariffRecord,
} from '@motcua/catalogue-domain';
import { TariffStore } from '../persistence/tariff-store.js';
import type { CatalogueCode } from '../problems.js';

export interface SetTariffCommand {
  readonly code: string;
  readonly lines: readonly TariffLine[];
  readonly actor: string;
  readonly seen: number | undefined;
}

/** Sets all dated lines of a procedure, apart from its versions (R16), and so answers what drafts asked about fees. */
@Injectable()
export class SetTariff {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(TariffStore) private readonly tariffs: TariffStore,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCEDURE.UNKNOWN, TARIFF.INVALID, RESOURCE.CHANGED, REQUEST.PRECONDITION_REQUIRED */
  async execute(tx: Tx, { code, lines, actor, seen }: SetTariffCommand): Promise<TariffRecord> {
    const procedure = await this.procedures.lockSeen(tx, code, undefined);
    const variants = new Set(
      procedure.versions.flatMap(({ definition }) => definition.variants.map((variant) => variant.code)),
    );
    const announced = procedure.versions.some(({ announcement }) => announcement !== null);
    const faults = tariffFaults(lines, { variants, announced });
    if (faults.length > 0) throw new Refusal<CatalogueCode>('TARIFF.INVALID', {}, faults);
    const before = await this.tariffs.find(code, tx);
    assertVersion(before?.revision, seen);
    const tariff: TariffRecord = { procedure: code, lines, imported: false, revision: (before?.revision ?? 0) + 1 };
    await this.tariffs.save(tx, tariff);
    const time = this.clock.now();
    tx.publish({
      contract: TariffChangedV1,
      key: code,
      data: { procedureCode: code, revision: tariff.revision, lines },
      time,
    });
    tx.record({
      aggregate: `tariff:${code}`,
      at: time,
      actor,
      action: 'tariff-set',
      detail: { revision: tariff.revision, lines },
    });
    for (const version of procedure.versions) {
      if (version.announcement) continue;
      const openQuestions = answeredByData(FEE_QUESTIONS, version.openQuestions, version.definition, lines, {
        by: actor,
        at: time,
      });
      if (openQuestions === version.openQuestions) continue;
      await this.procedures.saveVersion(tx, code, { ...version, openQuestions, revision: version.revision + 1 });
      await this.headlines.refresh(tx, code);
    }
    return tariff;
  }
}
