import { ListOf, Text } from '@motcua/platform';
import { StepRequest } from './step.request.js';

export class DefineProcessRequest {
  @Text({ max: 300 }) readonly name!: string;
  @ListOf(() => StepRequest, { min: 1, max: 50, description: 'The first one first' })
  readonly steps!: readonly StepRequest[];
}
