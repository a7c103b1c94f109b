import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database } from '@motcua/platform';
import { type CaseState, outcomesOf } from '@motcua/processing-domain';
import { OfficerRegister } from '../../persistence/officer-register.js';
import type { TaskRow } from '../../persistence/task-row.js';
import { TaskReader } from '../../access/task-reader.js';
import type { ApologyForm, CaseForm, ControlSlip, FormHead, FormNumber, StopForm } from './case-form.js';
import { placeOf } from '../place-of.js';
import type { WorkflowCode } from '../../problems.js';

interface StopRow {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly detail: { readonly reason?: string; readonly rule?: string };
}

const STOPPED = `
  SELECT at, actor, detail FROM history WHERE aggregate = $1 AND action = 'stopped' ORDER BY n DESC LIMIT 1`;
const EXPIRED = 'Quá thời hạn bổ sung hồ sơ';

const onTime = ({ paused, due_at, closed_at }: TaskRow): boolean | null =>
  closed_at === null || paused ? null : Temporal.Instant.compare(closed_at, due_at) <= 0;

/** As the process calls it; its code where the process knows it no more. */
function outcomeName({ terms }: CaseState, { step, outcome }: TaskRow): string | null {
  const passed = terms.definition.steps.find(({ code }) => code === step);
  return (passed && outcomesOf(passed).find(({ code }) => code === outcome)?.name) ?? outcome;
}

/** The slips of a case: 04 apology, 05 stop, 06 control of the process. Made from what the case keeps. @rule R15 */
@Injectable()
export class CaseForms {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly tasks: TaskReader,
    private readonly officers: OfficerRegister,
  ) {}

  /** @throws Refusal CASE.FORM_NOT_ISSUED where the case gave no reason for such a slip */
  async make(form: FormNumber, state: CaseState): Promise<CaseForm> {
    const head = await this.head(state);
    if (form === '04') return this.apology(head, state);
    if (form === '05') return this.stop(head, state);
    return this.controlSlip(head, state);
  }

  private async head({ code, terms, acceptedAt, original }: CaseState): Promise<FormHead> {
    const agency = await this.agencies.find(terms.competentAgency);
    const superior = agency?.parent ? await this.agencies.find(agency.parent) : undefined;
    return {
      code,
      procedure: { code: terms.procedure.code, name: terms.procedure.name },
      agency: { code: terms.competentAgency, name: agency?.name ?? terms.competentAgency },
      superior: superior?.name ?? null,
      place: await placeOf(this.agencies, terms.competentAgency),
      acceptedAt: withOffset(acceptedAt),
      originalDueAt: withOffset(original.promised),
    };
  }

  private apology(head: FormHead, { extension }: CaseState): ApologyForm {
    if (!extension) throw new Refusal<WorkflowCode>('CASE.FORM_NOT_ISSUED', { form: '04' });
    return {
      ...head,
      form: '04',
      title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
      issuedAt: withOffset(extension.at),
      officer: extension.by.name,
      reason: extension.reason,
      previousDueAt: withOffset(extension.previous),
      newDueAt: withOffset(extension.promised),
    };
  }

  private async stop(head: FormHead, { dossierId, status }: CaseState): Promise<StopForm> {
    const [row] = status === 'stopped' ? await this.database.query<StopRow>(STOPPED, [`case/${dossierId}`]) : [];
    if (!row) throw new Refusal<WorkflowCode>('CASE.FORM_NOT_ISSUED', { form: '05' });
    const bySystem = row.actor.startsWith('system:');
    const officer = bySystem ? undefined : await this.officers.find(this.database, row.actor);
    return {
      ...head,
      form: '05',
      title: 'Thông báo dừng giải quyết hồ sơ',
      issuedAt: withOffset(row.at),
      officer: bySystem ? null : (officer?.name ?? row.actor),
      reason: row.detail.reason ?? EXPIRED,
    };
  }

  private async controlSlip(head: FormHead, state: CaseState): Promise<ControlSlip> {
    const rows = await this.tasks.ofCase(this.database, state.dossierId);
    const agencies = await this.agencies.findMany([...new Set(rows.map(({ agency }) => agency))]);
    const names = new Map(agencies.map(({ code, name }) => [code, name]));
    return {
      ...head,
      form: '06',
      title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
      issuedAt: withOffset(state.endedAt ?? rows.at(-1)?.opened_at ?? state.acceptedAt),
      steps: rows
        .filter(({ state: taskState }) => taskState !== 'cancelled')
        .map((row) => ({
          step: row.step_name,
          agency: row.agency,
          agencyName: names.get(row.agency) ?? row.agency,
          officer: row.holder_name,
          receivedAt: withOffset(row.opened_at),
          handedOverAt: row.closed_at && withOffset(row.closed_at),
          dueAt: withOffset(row.due_at),
          onTime: onTime(row),
          outcome: row.outcome,
          outcomeName: outcomeName(state, row),
          note: row.reason ?? row.comment,
        })),
    };
  }
}
