import { BasisPoints, Text } from './fields.js';

/** The one policy that reduces a fee line, or the term (R17), frozen when it bound. */
export class FeeReduction {
  @Text() readonly policy!: string;
  /** 5000 is 50 %. */
  @BasisPoints() readonly basisPoints!: number;
  @Text() readonly legalBasis!: string;
}
