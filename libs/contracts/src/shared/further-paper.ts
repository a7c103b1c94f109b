import { AnyText, Whole } from '@motcua/fields';

/** A paper that the procedure does not ask for and the office received. */
export class FurtherPaper {
  @AnyText() readonly name!: string;
  @Whole() readonly originals!: number;
  @Whole() readonly copies!: number;
}
