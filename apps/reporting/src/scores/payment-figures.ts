import { Whole } from '@motcua/platform';

/** Fees and how they were paid. */
export class PaymentFigures {
  @Whole({ description: 'Dossiers paid through the national portal or the national platform' })
  readonly paidOnline!: number;
  @Whole({ description: 'Dossiers that owe more than 0 đồng' }) readonly withObligation!: number;
  @Whole({ description: 'Procedures with a payment online' }) readonly proceduresPaidOnline!: number;
  @Whole({ description: 'Procedures with dossiers that owed a fee' }) readonly proceduresWithFeeDossiers!: number;
  @Whole({ description: 'Procedures with a fee' }) readonly proceduresWithFee!: number;
}
