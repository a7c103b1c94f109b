import type { ProblemTable } from '@motcua/platform';

/** Every refusal of this service that the platform does not know. */
export type PortalCode = 'JOURNAL.NOTHING_TO_RETRY';

export const PORTAL_PROBLEMS = {
  'JOURNAL.NOTHING_TO_RETRY': {
    status: 409,
    title: {
      vi: 'Chỉ gửi lại được bản ghi đang chờ hoặc bị từ chối',
      en: 'Only a record that waits or was refused can be sent again',
    },
  },
} as const satisfies ProblemTable<PortalCode>;
