import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, type Fault, Refusal } from '@motcua/kernel';
import { ProcedureSuspendedV1 } from '@motcua/contracts';
import type { Tx } from '@motcua/platform';
import { dayInVietnam, type ProcedureRecord, type Suspension } from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import type { CatalogueCode } from '../problems.js';

export interface SuspendProcedureCommand {
  readonly code: string;
  readonly suspension: Suspension;
  readonly actor: string;
  readonly seen: number;
}

/** Takes no new dossiers of a procedure for a while; those submitted go on (R14). Said again for its first day, it is changed. */
@Injectable()
export class SuspendProcedure {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCEDURE.NEVER_ANNOUNCED, PROCEDURE.REPEALED, PROCEDURE.DATES_INVALID, RESOURCE.CHANGED */
  async execute(tx: Tx, { code, suspension, actor, seen }: SuspendProcedureCommand): Promise<ProcedureRecord> {
    const procedure = await this.procedures.lockSeen(tx, code, seen);
    const time = this.clock.now();
    const today = dayInVietnam(time);
    if (!procedure.versions.some(({ announcement }) => announcement))
      throw new Refusal<CatalogueCode>('PROCEDURE.NEVER_ANNOUNCED', { procedure: code });
    if (procedure.repeal && procedure.repeal.from <= today)
      throw new Refusal<CatalogueCode>('PROCEDURE.REPEALED', { procedure: code, ...procedure.repeal });
    const faults = suspensionFaults(suspension, procedure, today);
    if (faults.length > 0) throw new Refusal<CatalogueCode>('PROCEDURE.DATES_INVALID', {}, faults);
    await this.procedures.saveSuspension(tx, code, suspension);
    tx.publish({ contract: ProcedureSuspendedV1, key: code, data: { code, ...suspension }, time });
    tx.record({
      aggregate: `procedure:${code}`,
      at: time,
      actor,
      action: 'procedure-suspended',
      detail: { ...suspension },
    });
    return this.procedures.lockSeen(tx, code, undefined);
  }
}

/** Nothing is suspended for days that are over (R12), and two suspensions do not overlap. */
export function suspensionFaults(
  { from, until }: Suspension,
  { suspensions }: Pick<ProcedureRecord, 'suspensions'>,
  today: string,
): Fault[] {
  const faults: Fault[] = [];
  const changed = suspensions.some((one) => one.from === from);
  if (!changed && from < today)
    faults.push({
      pointer: '/from',
      code: 'BACK_DATED',
      detail: { vi: 'Không được trước hôm nay.', en: 'It cannot begin before today.' },
    });
  if (until !== null && until <= from)
    faults.push({
      pointer: '/until',
      code: 'WINDOW_EMPTY',
      detail: { vi: 'Phải sau ngày bắt đầu.', en: 'Must be after the first day.' },
    });
  if (changed && until !== null && until < today)
    faults.push({
      pointer: '/until',
      code: 'BACK_DATED',
      detail: { vi: 'Không được trước hôm nay.', en: 'It cannot end before today.' },
    });
  const overlaps = suspensions.some(
    (one) => one.from !== from && (one.until === null || from < one.until) && (until === null || one.from < until),
  );
  if (overlaps)
    faults.push({
      pointer: '/from',
      code: 'WINDOWS_OVERLAP',
      detail: { vi: 'Trùng với một lần tạm dừng khác.', en: 'Overlaps another suspension.' },
    });
  return faults;
}
