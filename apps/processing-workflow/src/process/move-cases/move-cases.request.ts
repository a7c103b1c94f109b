import { ListOf, Text, Whole } from '@motcua/platform';
import { StepMappingRequest } from './step-mapping.request.js';

export class MoveCasesRequest {
  @Text({ max: 60, description: 'Procedure code: its running cases are meant' }) readonly procedure!: string;
  @Whole({ min: 1, max: 2_147_483_647, description: 'Version whose definition they follow from then on' })
  readonly version!: number;
  @ListOf(() => StepMappingRequest, {
    optional: true,
    max: 50,
    description: 'Which step of the new definition stands for which of the old one; a step not named keeps its code',
  })
  readonly steps?: readonly StepMappingRequest[];
  @Text({ max: 2000, description: 'Why; it stays in the history of each case' }) readonly reason!: string;
}
