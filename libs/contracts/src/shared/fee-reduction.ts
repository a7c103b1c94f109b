import { AnyText, BasisPoints } from '@motcua/fields';
/** The one policy that reduces a fee line, or the term (R17), frozen when it bound. */
export class FeeReduction {
  @AnyText() readonly policy!: string;
  /** 5000 is 50 %. */
  @BasisPoints() readonly basisPoints!: number;
  @AnyText() readonly legalBasis!: string;
}
