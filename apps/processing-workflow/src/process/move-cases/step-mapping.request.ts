import { Text } from '@motcua/platform';

export class StepMappingRequest {
  @Text({ max: 60, description: 'Code of a step that cases are at' }) readonly from!: string;
  @Text({ max: 60, description: 'Code of the step of the new definition' }) readonly to!: string;
}
