import { Flag, OneOf, TextList } from '@motcua/platform';
import { FORMS } from '../form-facts.js';

export class PrintSelectionRequest {
  @OneOf(FORMS, { description: '01: receipt and appointment; 02: the newest supplement request; 03: refusal' })
  readonly form!: (typeof FORMS)[number];

  @TextList({ min: 1, max: 50, description: 'Ids of the dossiers, in the order in which their forms are printed' })
  readonly dossiers!: readonly string[];

  @Flag({ optional: true, description: 'Both sides are printed: each form begins on a sheet of its own' })
  readonly twoSided?: boolean;
}
