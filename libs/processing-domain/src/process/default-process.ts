import type { ProcessDefinition } from './process-definition.js';

/** What is followed where nobody has defined the steps of a procedure's version. */
export const DEFAULT_PROCESS: ProcessDefinition = {
  procedure: 'default',
  version: 1,
  name: 'Quy trình mặc định',
  steps: [
    {
      code: 'assignment',
      name: 'Phân công xử lý',
      role: 'leader',
      outcomes: [{ code: 'forward', name: 'Chuyển thẩm định', to: 'appraisal' }],
    },
    {
      code: 'appraisal',
      name: 'Thẩm định hồ sơ',
      role: 'specialist',
      outcomes: [
        { code: 'forward', name: 'Trình phê duyệt', to: 'approval' },
        { code: 'sendBack', name: 'Trả lại bước phân công', to: 'assignment', requiresReason: true },
      ],
    },
    {
      code: 'approval',
      name: 'Phê duyệt',
      role: 'leader',
      outcomes: [
        { code: 'approve', name: 'Đồng ý, chuyển ký số', to: 'signing', decision: 'granted' },
        {
          code: 'deny',
          name: 'Không đồng ý, chuyển ký văn bản trả lời',
          to: 'signing',
          decision: 'denied',
          requiresReason: true,
        },
        { code: 'sendBack', name: 'Trả lại thẩm định', to: 'appraisal', requiresReason: true },
      ],
    },
    {
      code: 'signing',
      name: 'Ký số kết quả',
      role: 'leader',
      outcomes: [
        { code: 'sign', name: 'Ký và ban hành', to: null, signs: true },
        { code: 'sendBack', name: 'Trả lại phê duyệt', to: 'approval', requiresReason: true },
      ],
    },
  ],
};
