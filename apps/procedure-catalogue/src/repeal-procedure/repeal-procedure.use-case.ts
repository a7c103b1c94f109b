import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, Refusal } from '@motcua/kernel';
import { ProcedureRepealedV1 } from '@motcua/contracts';
import type { Tx } from '@motcua/platform';
import { dayInVietnam, type ProcedureRecord } from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import type { CatalogueCode } from '../problems.js';

export interface RepealProcedureCommand {
  readonly code: string;
  readonly from: string;
  readonly decisionNumber: string;
  readonly actor: string;
  readonly seen: number;
}

/** Ends a procedure from a day on. A repeal after submission blocks nothing (R14). */
@Injectable()
export class RepealProcedure {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCEDURE.NEVER_ANNOUNCED, PROCEDURE.REPEALED, PROCEDURE.DATES_INVALID, RESOURCE.CHANGED */
  async execute(tx: Tx, { code, from, decisionNumber, actor, seen }: RepealProcedureCommand): Promise<ProcedureRecord> {
    const procedure = await this.procedures.lockSeen(tx, code, seen);
    const time = this.clock.now();
    if (procedure.repeal)
      throw new Refusal<CatalogueCode>('PROCEDURE.REPEALED', { procedure: code, ...procedure.repeal });
    if (!procedure.versions.some(({ announcement }) => announcement))
      throw new Refusal<CatalogueCode>('PROCEDURE.NEVER_ANNOUNCED', { procedure: code });
    if (from < dayInVietnam(time)) {
      throw new Refusal<CatalogueCode>('PROCEDURE.DATES_INVALID', {}, [
        {
          pointer: '/from',
          code: 'BACK_DATED',
          detail: { vi: 'Không được bãi bỏ trước hôm nay.', en: 'It cannot be repealed before today.' },
        },
      ]);
    }
    await this.procedures.saveRepeal(tx, code, { from, decisionNumber });
    tx.publish({ contract: ProcedureRepealedV1, key: code, data: { code, from, decisionNumber }, time });
    tx.record({
      aggregate: `procedure:${code}`,
      at: time,
      actor,
      action: 'procedure-repealed',
      detail: { from, decisionNumber },
    });
    return this.procedures.lockSeen(tx, code, undefined);
  }
}
