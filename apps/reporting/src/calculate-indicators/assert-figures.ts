import { Refusal } from '@motcua/kernel';
import type { Figures } from '@motcua/reporting-domain';
import type { PlatformCode } from '@motcua/platform';

/** @throws Refusal REQUEST.INVALID where more dossiers were on time than were received */
export function assertFigures({ progress }: Figures): void {
  if (!progress || progress.onTime <= progress.received) return;
  throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, [
    {
      pointer: '/progress/onTime',
      code: 'ABOVE_RECEIVED',
      detail: {
        vi: `Số hồ sơ đúng hạn (${progress.onTime}) không được lớn hơn số hồ sơ tiếp nhận (${progress.received}).`,
        en: `onTime (${progress.onTime}) must not exceed received (${progress.received}).`,
      },
    },
  ]);
}
