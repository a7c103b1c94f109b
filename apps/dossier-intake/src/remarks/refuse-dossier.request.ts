import { ListOf, Text } from '@motcua/platform';
import { RemarkRequest } from './remark.request.js';

export class RefuseDossierRequest {
  @Text({ max: 2000, description: 'For the applicant to read (R21)' })
  readonly reason!: string;

  @ListOf(() => RemarkRequest, { max: 100, description: 'The components or fields at fault' })
  readonly faults!: RemarkRequest[];
}
