import { ListOf, Text } from '@motcua/platform';
import { TaskView } from '../../views/task.view.js';

export class TaskPage {
  @ListOf(() => TaskView) readonly items!: readonly TaskView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
}
