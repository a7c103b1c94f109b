import type { Channel } from '@motcua/dossier-domain';
import type { Fault } from '@motcua/kernel';
import { type Actor, permittedReach } from '@motcua/platform';

const ENTERED_BY_OFFICE: Fault = {
  pointer: '/channel',
  code: 'DOSSIER.CHANNEL_NOT_YOURS',
  detail: {
    vi: 'Hồ sơ nộp tại quầy hoặc qua bưu chính do cán bộ Bộ phận Một cửa nhập và nộp.',
    en: 'Only the one-stop office enters and submits dossiers handed in at the counter or by post.',
  },
};
const SUBMITTED_BY_APPLICANT: Fault = {
  pointer: '/channel',
  code: 'DOSSIER.CHANNEL_NOT_YOURS',
  detail: {
    vi: 'Hồ sơ trực tuyến do chính người nộp hoặc Cổng Dịch vụ công quốc gia nộp. Cán bộ hướng dẫn người nộp dùng tài khoản của mình và ghi nhận “assisted”.',
    en: 'Only the applicant or the portal submits online. Help the applicant to use their own account, and mark the dossier `assisted`.',
  },
};

/** A citizen hands in online, an office at the counter and by post: what is counted as online came from the applicant. @rule R22 */
export function channelFaults(channel: Channel, actor: Actor): Fault[] {
  const isOwn = permittedReach(actor, 'dossier.submit') === 'own';
  if (isOwn) return channel === 'online' ? [] : [ENTERED_BY_OFFICE];
  return channel === 'online' && !actor.roles.includes('agency-system') ? [SUBMITTED_BY_APPLICANT] : [];
}
