import { Nested, Text } from '@motcua/platform';
import { NamedCodeShape } from './named-code.shape.js';

const CODE = /^[A-Za-z0-9Đđ][A-Za-z0-9Đđ._-]*$/;

/** A category of people who pay less by a law. */
export class BeneficiaryShape {
  @Text({ max: 60, pattern: CODE, example: 'HO-NGHEO' })
  readonly code!: string;

  @Text({ max: 300, example: 'Người thuộc hộ nghèo' })
  readonly name!: string;

  @Nested(() => NamedCodeShape, { description: 'Component that proves it' })
  readonly evidence!: NamedCodeShape;
}
