import { Injectable } from '@nestjs/common';
import { Refusal, VIETNAM } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import {
  agencyOfStep,
  type CaseTask,
  type CaseTerms,
  ineligibility,
  type Officer,
  stepOf,
} from '@motcua/processing-domain';
import { CaseAccess } from '../access/case-access.js';
import { OfficerRegister } from '../persistence/officer-register.js';
import type { WorkflowCode } from '../problems.js';

const WHY = {
  unknown: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  role: { vi: 'Cán bộ này không có vai trò của bước.', en: "This officer has not the step's role." },
  agency: { vi: 'Cán bộ này không thuộc cơ quan của bước.', en: "This officer is not of the step's agency." },
  consultation: {
    vi: 'Bước lấy ý kiến do các cơ quan được hỏi tự phân công.',
    en: 'Whoever answers a consultation is chosen by the agencies that are asked.',
  },
  absent: { vi: 'Cán bộ này đang vắng mặt.', en: 'This officer is away.' },
} as const;

const notEligible = (because: keyof typeof WHY, pointer: string, evidence: object): Refusal<WorkflowCode> =>
  new Refusal<WorkflowCode>('TASK.ASSIGNEE_NOT_ELIGIBLE', { because, ...evidence }, [
    { pointer, code: 'NOT_ELIGIBLE', detail: WHY[because] },
  ]);

/** Officers who may be given a task, from the register: by role, agency and absence. */
@Injectable()
export class Assignees {
  constructor(
    private readonly officers: OfficerRegister,
    private readonly access: CaseAccess,
  ) {}

  /** @throws Refusal TASK.ASSIGNEE_NOT_ELIGIBLE, pointing at the field that named the officer */
  async eligible(
    tx: Tx,
    subject: string,
    task: Pick<CaseTask, 'role' | 'agency'>,
    now: Temporal.Instant,
    pointer: string,
  ): Promise<Officer> {
    const officer = await this.officers.find(tx, subject);
    const agencies = await this.access.agenciesOf(tx, task);
    const day = now.toZonedDateTimeISO(VIETNAM).toPlainDate().toString();
    const why = officer ? ineligibility(officer, { role: task.role, agencies }, day) : 'unknown';
    if (officer && why === undefined) return { subject: officer.subject, name: officer.name };
    // Who stands in may be given it instead.
    const instead = why === 'absent' ? { deputy: officer?.deputy ?? null } : {};
    throw notEligible(why ?? 'unknown', pointer, { role: task.role, agency: task.agency, ...instead });
  }

  /** For the step of a case that opens next. @throws Refusal TASK.ASSIGNEE_NOT_ELIGIBLE */
  async ofStep(
    tx: Tx,
    subject: string,
    { terms, code }: { readonly terms: CaseTerms; readonly code: string },
    now: Temporal.Instant,
    pointer: string,
  ): Promise<Officer> {
    const step = stepOf(terms.definition, code);
    if (step.kind === 'consultation') throw notEligible('consultation', pointer, { step: code });
    const task = { role: step.role, agency: agencyOfStep(terms, step.agency) };
    return this.eligible(tx, subject, task, now, pointer);
  }
}
