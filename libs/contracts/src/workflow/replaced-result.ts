import { AnyText, Sha256 } from '@motcua/fields';

/** The result that a new one takes the place of. */
export class ReplacedResult {
  @AnyText() readonly number!: string;
  /** Of the signed file. */
  @Sha256() readonly sha256!: string;
  @AnyText() readonly reason!: string;
}
