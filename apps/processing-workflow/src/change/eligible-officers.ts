import { dayInVietnam, Refusal } from '@motcua/kernel';
import {
  agencyOfStep,
  type CaseState,
  type CaseTask,
  ineligibility,
  type Officer,
  stepOf,
} from '@motcua/processing-domain';
import { ancestryIn, type CaseInHand } from './case-in-hand.js';
import type { WorkflowCode } from '../problems.js';

const WHY = {
  unknown: { vi: 'Không có cán bộ này.', en: 'This officer is not registered.' },
  role: { vi: 'Cán bộ này không có vai trò của bước.', en: 'This officer does not have the role of the step.' },
  agency: {
    vi: 'Cán bộ này không thuộc cơ quan thực hiện bước.',
    en: 'This officer does not belong to the agency of the step.',
  },
  consultation: {
    vi: 'Bước lấy ý kiến do các cơ quan được hỏi tự phân công.',
    en: 'The consulted agencies assign the officers of a consultation themselves.',
  },
  absent: { vi: 'Cán bộ này đang vắng mặt.', en: 'This officer is absent.' },
} as const;

const notEligible = (because: keyof typeof WHY, pointer: string, evidence: object): Refusal<WorkflowCode> =>
  new Refusal<WorkflowCode>('TASK.ASSIGNEE_NOT_ELIGIBLE', { because, ...evidence }, [
    { pointer, code: 'NOT_ELIGIBLE', detail: WHY[because] },
  ]);

/**
 * An officer who may be given a task: by role, agency and absence.
 * @param pointer at the field that names the officer
 * @throws Refusal TASK.ASSIGNEE_NOT_ELIGIBLE
 */
export function eligibleOfficer(
  inHand: CaseInHand,
  subject: string,
  { role, agency }: Pick<CaseTask, 'role' | 'agency'>,
  pointer: string,
): Officer {
  const officer = inHand.officers.get(subject);
  const agencies = ancestryIn(inHand)(agency);
  const why = officer ? ineligibility(officer, { role, agencies }, dayInVietnam(inHand.now)) : 'unknown';
  if (officer && why === undefined) return { subject: officer.subject, name: officer.name };
  // Who stands in may be given it instead.
  const instead = why === 'absent' ? { deputy: officer?.deputy ?? null } : {};
  throw notEligible(why ?? 'unknown', pointer, { role, agency, ...instead });
}

/** For the step that opens next; undefined where nobody is named. @throws Refusal TASK.ASSIGNEE_NOT_ELIGIBLE */
export function assigneeOfStep(
  inHand: CaseInHand,
  subject: string | undefined,
  code: string | null,
): Officer | undefined {
  if (subject === undefined || code === null) return undefined;
  const { terms } = inHand.state;
  const step = stepOf(terms.definition, code);
  if (step.kind === 'consultation') throw notEligible('consultation', '/nextAssignee', { step: code });
  const task = { role: step.role, agency: agencyOfStep(terms, step.agency) };
  return eligibleOfficer(inHand, subject, task, '/nextAssignee');
}

interface NamesNext {
  readonly asked: { readonly nextAssignee?: string };
}

/** What is to be known of the officer who is named for the next step. */
export const NEEDS_OF_NEXT = {
  officers: ({ asked: { nextAssignee } }: NamesNext) => (nextAssignee === undefined ? [] : [nextAssignee]),
  agenciesOf: ({ terms }: CaseState, { asked: { nextAssignee } }: NamesNext) =>
    nextAssignee === undefined
      ? []
      : terms.definition.steps.flatMap((step) =>
          step.kind === 'consultation' ? [] : [agencyOfStep(terms, step.agency)],
        ),
};
