import type { ProblemTable } from '@motcua/platform';

/** Every refusal of this service that the platform does not know. */
export type PortalCode =
  | 'DELIVERY.NOT_REFUSED'
  | 'JOURNAL.NOT_REFUSED'
  | 'JOURNAL.NOTHING_TO_RETRY'
  | 'PORTAL.DOSSIER_ACCEPTED'
  | 'PORTAL.DOSSIER_UNKNOWN'
  | 'PORTAL.REQUEST_REUSED';

export const PORTAL_PROBLEMS = {
  'DELIVERY.NOT_REFUSED': {
    status: 409,
    title: {
      vi: 'Chỉ ghi nhận được nội dung đã bị từ chối',
      en: 'Only a delivery that was refused can be acknowledged',
    },
  },
  'JOURNAL.NOT_REFUSED': {
    status: 409,
    title: {
      vi: 'Chỉ ghi nhận được bản ghi đã bị từ chối',
      en: 'Only a record that was refused can be acknowledged',
    },
  },
  'JOURNAL.NOTHING_TO_RETRY': {
    status: 409,
    title: {
      vi: 'Chỉ gửi lại được bản ghi đang chờ hoặc bị từ chối',
      en: 'Only a record that waits or was refused can be sent again',
    },
  },
  'PORTAL.DOSSIER_ACCEPTED': {
    status: 409,
    title: {
      vi: 'Hồ sơ đã được tiếp nhận hoặc đã kết thúc, không được thay đổi',
      en: 'The dossier has been accepted or has ended; it can no longer be changed',
    },
  },
  'PORTAL.DOSSIER_UNKNOWN': {
    status: 404,
    title: { vi: 'Không có hồ sơ mang mã này', en: 'There is no dossier with this code' },
  },
  'PORTAL.REQUEST_REUSED': {
    status: 409,
    title: {
      vi: 'MaYeuCau đã dùng cho một nội dung khác',
      en: 'MaYeuCau was used for another content',
    },
  },
} as const satisfies ProblemTable<PortalCode>;
