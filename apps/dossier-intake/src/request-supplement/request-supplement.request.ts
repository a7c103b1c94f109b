import { ListOf } from '@motcua/platform';
import { RemarkRequest } from '../remarks/remark.request.js';

export class RequestSupplementRequest {
  @ListOf(() => RemarkRequest, { min: 1, max: 100, description: 'What to bring or to correct, and why (R21)' })
  readonly items!: RemarkRequest[];
}
