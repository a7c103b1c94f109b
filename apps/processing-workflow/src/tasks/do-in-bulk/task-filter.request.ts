import type { IdentityType } from '@motcua/kernel';
import { type Assignee, TaskFields, type TaskFilter } from '../../work-list/task-filter.js';

/** Every task that the work list would show with these filters. */
export class TaskFilterRequest implements TaskFilter {
  @TaskFields.assignee() readonly assignee: Assignee = 'agency';
  @TaskFields.agency() readonly agency?: string;
  @TaskFields.step() readonly step?: string;
  @TaskFields.procedure() readonly procedure?: string;
  @TaskFields.applicantIdType() readonly applicantIdType: IdentityType = 'citizenId';
  @TaskFields.applicantId() readonly applicantId?: string;
  @TaskFields.query() readonly query?: string;
  @TaskFields.dueBefore() readonly dueBefore?: string;
  @TaskFields.overdue(false) readonly overdue?: boolean;
  @TaskFields.openedBefore() readonly openedBefore?: string;
}
