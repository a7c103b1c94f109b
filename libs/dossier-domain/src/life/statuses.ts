import type { Localized } from '@motcua/kernel';

interface StatusFacts {
  /** The national code that every other system understands; null for a draft, which is never synced. */
  readonly number: number | null;
  readonly name: Localized;
}

/** The ten national statuses and the local draft. */
export const STATUSES = {
  draft: { number: null, name: { vi: 'bản nháp', en: 'draft' } },
  registered: { number: 1, name: { vi: 'mới đăng ký', en: 'registered' } },
  accepted: { number: 2, name: { vi: 'được tiếp nhận', en: 'accepted' } },
  refused: { number: 3, name: { vi: 'không được tiếp nhận', en: 'refused' } },
  processing: { number: 4, name: { vi: 'đang xử lý', en: 'processing' } },
  supplementRequired: { number: 5, name: { vi: 'yêu cầu bổ sung giấy tờ', en: 'supplement required' } },
  paymentRequired: { number: 6, name: { vi: 'yêu cầu thực hiện nghĩa vụ tài chính', en: 'payment required' } },
  withdrawn: { number: 7, name: { vi: 'công dân rút hồ sơ', en: 'withdrawn by the applicant' } },
  stopped: { number: 8, name: { vi: 'dừng xử lý', en: 'stopped' } },
  processed: { number: 9, name: { vi: 'đã xử lý xong', en: 'processed' } },
  returned: { number: 10, name: { vi: 'đã trả kết quả', en: 'result returned' } },
} as const satisfies Record<string, StatusFacts>;

export type DossierStatus = keyof typeof STATUSES;
export type PublicStatus = Exclude<DossierStatus, 'draft'>;

export const DOSSIER_STATUSES = Object.keys(STATUSES) as readonly DossierStatus[];

/** Where in its life a dossier is. From 5 and 6 the way back depends on whether it was ever accepted. */
export interface Life {
  readonly status: DossierStatus;
  readonly everAccepted: boolean;
}
