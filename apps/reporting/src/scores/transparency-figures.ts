import { Pair } from './pair.decorator.js';

/** How many, and of how many, for each component. */
export class TransparencyFigures {
  @Pair('Procedures whose decision came at least 5 working days before it took effect')
  readonly publishedInTime!: readonly [number, number];
  @Pair('Procedures made public at most 5 working days after the decision')
  readonly updatedInTime!: readonly [number, number];
  @Pair('Procedures with complete content') readonly complete!: readonly [number, number];
  @Pair('Dossiers synchronised with the national portal') readonly synced!: readonly [number, number];
}
