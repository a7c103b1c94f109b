import { Refusal } from '@motcua/kernel';
import { Signer } from './signer.js';
import type { DigestSigner } from './signing-key.js';
import type { WorkflowCode } from '../problems.js';

/** Says that no signing service is configured: nothing is ever issued unsigned. */
export class NoSigner extends Signer {
  protected override keyOf(): Promise<DigestSigner> {
    return Promise.reject(
      new Refusal<WorkflowCode>('SIGNER.UNAVAILABLE', {}, [], {
        vi: 'Chưa cấu hình dịch vụ ký số nên chưa thể ban hành kết quả.',
        en: 'No signing service is configured, so no result can be issued.',
      }),
    );
  }
}
