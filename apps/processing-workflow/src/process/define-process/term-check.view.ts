import { Flag, Whole } from '@motcua/platform';

/** The terms of the steps beside the promised term of the procedure's version (R17). */
export class TermCheckView {
  @Whole({ min: 0, description: 'Working minutes of the steps along the longest way' }) readonly stepsMinutes!: number;
  @Whole({ min: 0, nullable: true, description: 'Working minutes; null until the version has been announced' })
  readonly promisedMinutes!: number | null;
  @Flag({ nullable: true, description: 'null: not known yet; false: announced later, with too short a term' })
  readonly fits!: boolean | null;
}
