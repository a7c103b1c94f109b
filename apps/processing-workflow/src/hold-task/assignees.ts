import { Injectable } from '@nestjs/common';
import { Refusal, VIETNAM } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import { type CaseTask, ineligibility, type Officer } from '@motcua/processing-domain';
import { CaseAccess } from '../access/case-access.js';
import { OfficerRegister } from '../persistence/officer-register.js';

const WHY = {
  unknown: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  role: { vi: 'Cán bộ này không có vai trò của bước.', en: "This officer has not the step's role." },
  agency: { vi: 'Cán bộ này không thuộc cơ quan của bước.', en: "This officer is not of the step's agency." },
  absent: { vi: 'Cán bộ này đang vắng mặt.', en: 'This officer is away.' },
} as const;

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
    const detail = WHY[why ?? 'unknown'];
    throw new Refusal('TASK.ASSIGNEE_NOT_ELIGIBLE', { because: why, role: task.role, agency: task.agency }, [
      { pointer, code: 'NOT_ELIGIBLE', detail },
    ]);
  }
}
