import { currentIdentifier, Refusal } from '@motcua/kernel';
import type { CaseFacts } from '../change/case-facts.js';
import type { WorkflowCode } from '../problems.js';

/**
 * The agency that an officer named, in its current or its legacy form (R2).
 * @throws Refusal TASK.AGENCY_UNKNOWN for one that is not in the province, or is dissolved
 */
export function activeAgency({ agencies }: CaseFacts, identifier: string): string {
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
