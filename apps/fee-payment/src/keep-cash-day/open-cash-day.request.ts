import { Nested } from '@motcua/platform';
import { AdvanceRequest } from './advance.request.js';
import { CashCountRequest } from './cash-count.request.js';

export class OpenCashDayRequest extends CashCountRequest {
  @Nested(() => AdvanceRequest, {
    optional: true,
    description: 'Change that the agency hands out with it; it is a part of the count',
  })
  readonly advance?: AdvanceRequest;
}
