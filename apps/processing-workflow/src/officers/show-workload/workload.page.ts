import { ListOf, Text } from '@motcua/platform';
import { OfficerWorkloadView } from './officer-workload.view.js';

export class WorkloadPage {
  @ListOf(() => OfficerWorkloadView) readonly items!: readonly OfficerWorkloadView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
}
