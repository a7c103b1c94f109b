import type { IdentityType } from '@motcua/kernel';
import { PageQuery } from '@motcua/platform';
import { type Assignee, TaskFields, type TaskFilter } from '../../work-list/task-filter.js';

/**
 * All filters that are given hold together. Of `step`, `procedure`, `applicantId` and `query` one may be given; what else
 * does not go together is answered 400, with what to leave out: each list that exists has an index of its own.
 */
export class FindTasksQuery extends PageQuery implements TaskFilter {
  @TaskFields.assignee() readonly assignee: Assignee = 'agency';
  @TaskFields.agency() readonly agency?: string;
  @TaskFields.step() readonly step?: string;
  @TaskFields.procedure() readonly procedure?: string;
  @TaskFields.applicantIdType() readonly applicantIdType: IdentityType = 'citizenId';
  @TaskFields.applicantId() readonly applicantId?: string;
  @TaskFields.query() readonly query?: string;
  @TaskFields.dueBefore() readonly dueBefore?: string;
  @TaskFields.overdue(true) readonly overdue?: boolean;
  @TaskFields.openedBefore() readonly openedBefore?: string;
}
