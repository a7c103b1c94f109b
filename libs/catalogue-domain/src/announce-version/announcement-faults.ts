import type { Fault } from '@motcua/kernel';
import { inOrderOfEffect } from '../procedure/in-force.js';
import type { Announcement, ProcedureRecord } from '../procedure/procedure-record.js';

/**
 * What is wrong with the dates of an announcement. A procedure's first version may have taken effect long ago, when
 * existing law is entered; a later one may not, since it would change what was in force when dossiers were submitted.
 * @rule R14
 */
export function announcementFaults(
  { decidedOn, publishedOn, effectiveFrom }: Announcement,
  procedure: Pick<ProcedureRecord, 'versions'>,
  today: string,
): Fault[] {
  const faults: Fault[] = [];
  const latest = inOrderOfEffect(procedure).at(-1)?.from;
  if (effectiveFrom < decidedOn) {
    faults.push({
      pointer: '/effectiveFrom',
      code: 'BEFORE_THE_DECISION',
      detail: {
        vi: 'Ngày có hiệu lực không được trước ngày quyết định.',
        en: 'It cannot take effect before it is decided.',
      },
    });
  }
  if (publishedOn !== null && publishedOn < decidedOn) {
    faults.push({
      pointer: '/publishedOn',
      code: 'BEFORE_THE_DECISION',
      detail: {
        vi: 'Ngày công khai không được trước ngày quyết định.',
        en: 'It cannot be made public before it is decided.',
      },
    });
  }
  if (decidedOn > today) {
    faults.push({
      pointer: '/decidedOn',
      code: 'IN_THE_FUTURE',
      detail: { vi: 'Ngày quyết định không được sau hôm nay.', en: 'The decision lies in the future.' },
    });
  }
  if (latest !== undefined && effectiveFrom <= latest) {
    faults.push({
      pointer: '/effectiveFrom',
      code: 'NOT_AFTER_THE_LAST',
      detail: {
        vi: `Phải sau ngày có hiệu lực của phiên bản trước, ${latest}.`,
        en: `Must be after the version before, which takes effect on ${latest}.`,
      },
    });
  }
  if (latest !== undefined && effectiveFrom < today) {
    faults.push({
      pointer: '/effectiveFrom',
      code: 'BACK_DATED',
      detail: {
        vi: 'Phiên bản sau không được có hiệu lực trước hôm nay.',
        en: 'A later version cannot take effect before today.',
      },
    });
  }
  return faults;
}
