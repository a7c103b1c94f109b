import { type Localized, Refusal } from '@motcua/kernel';
import type { Circumstances } from './circumstances.js';
import type { AnnouncedVersion } from './procedures.js';
import type { DossierRefusalCode } from '@motcua/dossier-domain';

const WHY: Readonly<Record<'unknown' | 'notYet' | 'suspended' | 'repealed', Localized>> = {
  unknown: { vi: 'Không có thủ tục này.', en: 'The procedure does not exist.' },
  notYet: { vi: 'Thủ tục chưa có hiệu lực.', en: 'The procedure is not yet in force.' },
  suspended: {
    vi: 'Thủ tục đang tạm dừng tiếp nhận.',
    en: 'The procedure is suspended and does not accept dossiers now.',
  },
  repealed: { vi: 'Thủ tục đã bị bãi bỏ.', en: 'The procedure has been repealed.' },
};

/** The version under which a new dossier comes (R14). @throws Refusal DOSSIER.PROCEDURE_NOT_IN_FORCE, which says why */
export function openProcedureOf(
  procedureCode: string,
  circumstances: Circumstances,
  now: Temporal.Instant,
): AnnouncedVersion {
  const [inForce, closed] = [circumstances.inForce(now), circumstances.closed(now)];
  if (inForce && !closed) return inForce;
  const { reason, detail } = closed ?? { reason: 'unknown', detail: null };
  throw new Refusal<DossierRefusalCode>(
    'DOSSIER.PROCEDURE_NOT_IN_FORCE',
    { procedureCode, reason, ...(detail !== null && { because: detail }) },
    [{ pointer: '/procedureCode', code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE', detail: WHY[reason] }],
    WHY[reason],
  );
}
