import { Refusal } from '@motcua/kernel';
import { type Action, allowedActions, leadsTo } from './actions.js';
import type { Life, PublicStatus } from './statuses.js';
import { STATUSES } from './statuses.js';

/** What was asked is not possible in the dossier's status. The evidence says what is. */
export class MoveNotAllowed extends Refusal<'DOSSIER.ACTION_NOT_ALLOWED'> {
  constructor(
    action: string,
    { status, everAccepted }: Life,
    targetStatus?: PublicStatus,
    /** What may be done instead; by whoever may, unless said otherwise. */
    possible: readonly string[] = allowedActions(status, { everAccepted }),
  ) {
    const now = STATUSES[status].name;
    super(
      'DOSSIER.ACTION_NOT_ALLOWED',
      {
        action,
        dossierStatus: status,
        ...(targetStatus && { targetStatus }),
        allowedActions: possible,
      },
      [],
      {
        vi: `Hồ sơ đang ở trạng thái “${now.vi}”${targetStatus ? `, không thể chuyển sang “${STATUSES[targetStatus].name.vi}”` : ''}.`,
        en: `The dossier is “${now.en}”${targetStatus ? ` and cannot become “${STATUSES[targetStatus].name.en}”` : ''}.`,
      },
    );
  }
}

/** Throws `MoveNotAllowed`, which names both statuses, unless a person may do this to the dossier now. */
export function assertAllowed(action: Action, life: Life): void {
  if (!allowedActions(life.status, life).includes(action)) throw new MoveNotAllowed(action, life, leadsTo(action));
}
