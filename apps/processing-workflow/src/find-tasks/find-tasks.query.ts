import { Flag, InstantText, OneOf, PageQuery, Text } from '@motcua/platform';

export const ASSIGNEES = ['me', 'role', 'agency'] as const;

export class FindTasksQuery extends PageQuery {
  @OneOf(ASSIGNEES, {
    optional: true,
    description:
      'me: held by me. role: held by nobody, for a role of mine. agency (default): every open task of my agencies',
  })
  readonly assignee: (typeof ASSIGNEES)[number] = 'agency';

  @Text({ optional: true, max: 60, description: 'Code of the step' })
  readonly step?: string;

  @Text({ optional: true, max: 40, description: 'An agency, with all below it' })
  readonly agency?: string;

  @InstantText({ optional: true, description: 'Due before this time, the clock running' })
  readonly dueBefore?: string;

  @Flag({ optional: true, fromText: true, description: 'true: only what is late; false: only what is not' })
  readonly overdue?: boolean;
}
