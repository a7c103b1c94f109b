import { type BagContents, ENDED } from '@motcua/dossier-domain';
import type { Fault } from '@motcua/kernel';
import { type Actor, couldReach } from '@motcua/platform';
import { belongingOf, type FoundDossier } from '../persistence/found-dossier.js';
import type { FoundPlace } from '../persistence/paper-place-row.js';

export interface AskedBag {
  readonly contents: BagContents;
  /** Identifier of the office that makes it, and of the one that is to receive it; null where there is none such. */
  readonly from: string;
  readonly to: string | null;
  readonly actor: Actor;
}

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** Why a dossier does not go into a bag. Another office's dossier is as if it were none. */
export function whyNotInBag(
  pointer: string,
  found: FoundDossier | undefined,
  place: FoundPlace | undefined,
  asked: AskedBag,
): Fault[] {
  if (!found || !couldReach(asked.actor, 'dossier.return', belongingOf(found)))
    return [fault(pointer, 'DOSSIER.UNKNOWN', 'Không có hồ sơ này.', 'There is no such dossier at this office.')];
  if (place?.state === 'underWay')
    return [
      fault(
        pointer,
        'BAG.DOSSIER_UNDER_WAY',
        'Hồ sơ đang ở trong một túi khác chưa kiểm đếm.',
        'The dossier is in another bag that was not counted yet.',
      ),
    ];
  return asked.contents === 'papers'
    ? whyNotAsPapers(pointer, found, asked)
    : whyNotAsResult(pointer, found, place, asked);
}

function whyNotAsPapers(pointer: string, { dossier }: FoundDossier, { from, to }: AskedBag): Fault[] {
  const { status, submissionAgency, receivingAgency } = dossier;
  if (status === 'draft' || ENDED.has(status) || submissionAgency !== from)
    return [
      fault(
        pointer,
        'BAG.NOT_HANDED_IN_HERE',
        'Hồ sơ không phải hồ sơ đã nộp tại đây và đang được giải quyết.',
        'The dossier was not handed in here, or has ended.',
      ),
    ];
  return to === null || receivingAgency === to
    ? []
    : [
        fault(
          pointer,
          'BAG.OTHER_OFFICE_RECEIVES',
          `Cơ quan tiếp nhận hồ sơ là ${receivingAgency}: đề nghị xếp vào túi gửi cơ quan đó.`,
          `${receivingAgency} receives this dossier: put it into a bag for that office.`,
        ),
      ];
}

function whyNotAsResult(
  pointer: string,
  { dossier: { status } }: FoundDossier,
  place: FoundPlace | undefined,
  { from }: AskedBag,
): Fault[] {
  if (status !== 'processed' && !ENDED.has(status))
    return [
      fault(
        pointer,
        'DOSSIER.NO_RESULT_YET',
        'Hồ sơ chưa có kết quả để chuyển.',
        'The dossier has no result to send yet.',
      ),
    ];
  return place && (place.state === 'missing' || (place.state === 'here' && place.agency !== from))
    ? [fault(pointer, 'BAG.PAPERS_ELSEWHERE', 'Giấy tờ không có tại đây.', 'The papers are not at this office.')]
    : [];
}
