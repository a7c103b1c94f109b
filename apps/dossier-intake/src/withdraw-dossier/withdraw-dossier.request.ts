import { Text } from '@motcua/platform';
import { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';

export class WithdrawDossierRequest extends OnBehalfRequest {
  @Text({ max: 2000 })
  readonly reason!: string;
}
