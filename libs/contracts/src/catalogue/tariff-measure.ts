import { Amount, AnyText, Count } from '@motcua/fields';

/** By which field of the form a fee is measured: by quantity, area or value (R16). Amounts in đồng. */
export class TariffMeasure {
  @AnyText() readonly field!: string;
  @AnyText() readonly unit!: string;
  /** For how many units the line's amount is. */
  @Count() readonly per!: number;
  @Amount({ nullable: true }) readonly minimum!: number | null;
  @Amount({ nullable: true }) readonly maximum!: number | null;
}
