import { ListOf } from '@motcua/platform';
import { RemarkRequest } from './remark.request.js';

export class RequestSupplementRequest {
  @ListOf(() => RemarkRequest, {
    min: 1,
    max: 100,
    description: 'Papers to bring or fields to correct, each with the reason (R21)',
  })
  readonly items!: RemarkRequest[];
}
