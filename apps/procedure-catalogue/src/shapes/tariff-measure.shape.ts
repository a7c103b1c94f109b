import { Text, Whole } from '@motcua/platform';

const MOST = 1_000_000_000_000;

/** A fee by quantity, area or value. */
export class TariffMeasureShape {
  @Text({ max: 100, example: 'soBan', description: 'Field of the form that says how much; a required number' })
  readonly field!: string;

  @Text({ max: 40, example: 'bản', description: 'Unit of that number: copies, m², đồng' })
  readonly unit!: string;

  @Whole({
    min: 1,
    description: 'Number of units that the amount is for: 1; 1,000 with an amount of 5 is a rate of 0.5 %',
  })
  readonly per!: number;

  @Whole({ optional: true, nullable: true, max: MOST, description: 'Least amount, đồng' })
  readonly minimum: number | null = null;

  @Whole({ optional: true, nullable: true, max: MOST, description: 'Largest amount, đồng' })
  readonly maximum: number | null = null;
}
