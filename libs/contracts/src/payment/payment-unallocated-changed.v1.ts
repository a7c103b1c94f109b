import { AnyInstant, Amount, Uuid } from '@motcua/fields';

/**
 * How much is here for a dossier and settles nothing yet, all of it: parts of what is owed. What is told to be less is told
 * before what that has settled, what is told to be more after it. Key: dossierId. Producer: fee-payment.
 */
export class PaymentUnallocatedChangedV1 {
  static readonly type = 'vn.motcua.payment.unallocated-changed.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Amount() readonly unallocated!: number;
  @AnyInstant() readonly at!: string;
}
