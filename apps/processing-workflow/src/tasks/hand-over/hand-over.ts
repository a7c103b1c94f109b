import { currentIdentifier, Refusal } from '@motcua/kernel';
import { handOver } from '@motcua/processing-domain';
import type { CaseFacts } from '../../change/case-facts.js';
import type { TaskCommand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { theTask } from '../../change/task-answers.js';
import type { TaskDetailView } from '../../views/task-detail.view.js';
import { changedHands } from '../task-holding.js';
import type { WorkflowCode } from '../../problems.js';

export interface HandOver extends TaskCommand {
  /** In its current or its legacy form (R2). */
  readonly agency: string;
  readonly reason: string;
}

export const HAND_OVER = officersTaskKind<HandOver, TaskDetailView>({
  needs: { agencies: ({ agency }) => [agency] },
  decide: (inHand, { taskId, agency, reason }) => {
    const { state, task, officer } = inHand;
    const to = activeAgency(inHand, agency);
    const decided = handOver(state, { taskId, officer, agency: to, reason });
    return changedHands(inHand, decided, 'taskHandedOver', { from: task.agency, to, reason });
  },
  answer: theTask,
});

/** @throws Refusal TASK.AGENCY_UNKNOWN for one that is not in the province, or is dissolved */
function activeAgency({ agencies }: CaseFacts, identifier: string): string {
  const known = agencies.get(currentIdentifier(identifier));
  const agency = known ?? [...agencies.values()].find(({ legacyCode }) => legacyCode === identifier);
  if (agency?.active) return agency.code;
  throw new Refusal<WorkflowCode>('TASK.AGENCY_UNKNOWN', { agency: identifier }, [
    {
      pointer: '/agency',
      code: 'AGENCY_UNKNOWN',
      detail: { vi: 'Không có cơ quan đang hoạt động với mã này.', en: 'No active agency has this identifier.' },
    },
  ]);
}
