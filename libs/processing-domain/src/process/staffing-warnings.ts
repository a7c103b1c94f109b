import type { Fault } from '@motcua/kernel';
import type { ProcessStep, StepRole } from './process-definition.js';

const NOBODY = {
  vi: 'Cơ quan này chưa có cán bộ nào giữ vai trò của bước: hồ sơ sẽ dừng ở đây cho đến khi có người.',
  en: 'No officer of this agency holds the role of the step: every case would stand still here until one does.',
};

/**
 * A definition may be made before its officers are registered: it is taken, and says where nobody could do the work. The case's own
 * agencies differ from case to case.
 * @rule R23
 */
export const staffingWarnings = (
  steps: readonly ProcessStep[],
  isStaffed: (agency: string, role: StepRole) => boolean,
): Fault[] =>
  steps
    .flatMap((step, i) =>
      step.kind === 'consultation'
        ? step.ask.map(({ agency, role }, j) => ({ agency, role, pointer: `/steps/${i}/ask/${j}/role` }))
        : [{ agency: step.agency ?? 'competent', role: step.role, pointer: `/steps/${i}/role` }],
    )
    .filter(({ agency, role }) => agency !== 'competent' && agency !== 'receiving' && !isStaffed(agency, role))
    .map(({ pointer }) => ({ pointer, code: 'PROCESS.NOBODY_HOLDS_ROLE', detail: NOBODY }));
