import { IDENTITY_TYPES, type IdentityType } from '@motcua/kernel';
import { Flag, InstantText, OneOf, Text } from '@motcua/platform';

const ASSIGNEES = ['me', 'role', 'agency'] as const;
export type Assignee = (typeof ASSIGNEES)[number];

/** Which open tasks: of the work list's page, and of a bulk action. */
export interface TaskFilter {
  readonly assignee: Assignee;
  readonly agency?: string;
  readonly step?: string;
  readonly procedure?: string;
  readonly applicantIdType: IdentityType;
  readonly applicantId?: string;
  readonly query?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
  readonly openedBefore?: string;
}

/** The filters as fields, for a list's parameters (`fromText`) or a body. */
export const TaskFields = {
  assignee: () =>
    OneOf(ASSIGNEES, {
      optional: true,
      description:
        'me: held by me, or by an officer who is away and for whom I stand in. role: not held, for a role of mine. agency (default): every open task of my agencies',
    }),
  agency: () => Text({ optional: true, max: 40, names: 'agency', description: 'An agency, with all below it' }),
  step: () => Text({ optional: true, max: 60, description: 'Code of the step' }),
  procedure: () => Text({ optional: true, max: 60, names: 'procedure', description: 'Code of the procedure' }),
  applicantIdType: () =>
    OneOf(IDENTITY_TYPES, { optional: true, description: 'Of `applicantId`; citizenId when left out' }),
  applicantId: () =>
    Text({ optional: true, max: 40, description: "The applicant's identity number: searched by its keyed hash" }),
  query: () =>
    Text({
      optional: true,
      max: 200,
      description:
        "A dossier's code, or words of the procedure's code and name, with or without diacritics, the last one as a beginning",
    }),
  dueBefore: () => InstantText({ optional: true, description: 'Due before this time, the clock running' }),
  overdue: (fromText: boolean) =>
    Flag({ optional: true, fromText, description: 'true: only what is late; false: only what is not' }),
  openedBefore: () =>
    InstantText({
      optional: true,
      description: 'Open since before this time, the oldest first: what a leader looks for. With assignee=agency',
    }),
} as const;
