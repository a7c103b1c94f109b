import { Injectable } from '@nestjs/common';
import { Agencies, type IssuedPaper, IssuedPapers, placeOfIssuer } from '@motcua/catalogue-copy';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, SealingConfig, sql } from '@motcua/platform';
import type { CaseState } from '@motcua/processing-domain';
import { applicantOf } from '../../persistence/dossier-applicant.js';
import { listLateness } from '../../persistence/lateness.js';
import { OfficerRegister } from '../../persistence/officer-register.js';
import { TaskReader } from '../../access/task-reader.js';
import type { ApologyForm, CaseForm, ControlSlip, FormHead, FormNumber, Signatory, StopForm } from './case-form.js';
import { controlSteps, type ReturnRow } from './control-steps.js';
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

/** The slips of a case: 04 apology, 05 stop, 06 control of the process. Made from what the case keeps. @rule R15 */
@Injectable()
export class CaseForms {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly tasks: TaskReader,
    private readonly officers: OfficerRegister,
    private readonly sealing: SealingConfig,
    private readonly papers: IssuedPapers,
  ) {}

  /** @throws Refusal CASE.FORM_NOT_ISSUED where the case gave no reason for such a slip */
  async make(form: FormNumber, state: CaseState): Promise<{ readonly form: CaseForm; readonly paper?: IssuedPaper }> {
    const { heard, ...head } = await this.head(state);
    if (form === '06') return { form: await this.controlSlip(head, state) };
    const paper = await this.papers.find({ about: state.dossierId, form });
    if (!paper) throw new Refusal<WorkflowCode>('CASE.FORM_NOT_ISSUED', { form });
    const { code, name, superior } = paper.issuer;
    const issued = { ...head, agency: { code, name }, superior, place: placeOfIssuer(paper.issuer) };
    const made = form === '04' ? await this.apology(issued, state) : await this.stop(issued, state);
    // Who applied comes by another topic: until then the slip is printed without the name, and not kept so.
    return { form: made, ...(heard && { paper }) };
  }

  private async head({
    dossierId,
    code,
    terms,
    acceptedAt,
    original,
  }: CaseState): Promise<FormHead & { readonly heard: boolean }> {
    const agency = await this.agencies.find(terms.competentAgency);
    const superior = agency?.parent ? await this.agencies.find(agency.parent) : undefined;
    const named = await applicantOf(this.database, this.sealing.sealingKey, dossierId);
    const { kind = 'citizen', fullName, address = null } = named ?? {};
    return {
      heard: named !== undefined,
      code,
      applicant: fullName === undefined ? null : { kind, fullName, address },
      procedure: { code: terms.procedure.code, name: terms.procedure.name },
      agency: { code: terms.competentAgency, name: agency?.name ?? terms.competentAgency },
      superior: superior?.name ?? null,
      place: await placeOf(this.agencies, terms.competentAgency),
      acceptedAt: withOffset(acceptedAt),
      originalDueAt: withOffset(original.promised),
    };
  }

  private async signatory(subject: string, name?: string): Promise<Signatory> {
    const officer = await this.officers.find(this.database, subject);
    return { name: officer?.name ?? name ?? subject, office: officer?.title ?? null };
  }

  /** What was said last: the extension in time, or an apology after it. */
  private async apology(head: FormHead, { extension, apologies }: CaseState): Promise<ApologyForm> {
    const last = apologies.at(-1);
    const said = last ? { ...last, promised: last.newDueAt } : extension;
    if (!said) throw new Refusal<WorkflowCode>('CASE.FORM_NOT_ISSUED', { form: '04' });
    return {
      ...head,
      form: '04',
      title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
      issuedAt: withOffset(said.at),
      signer: await this.signatory(said.by.subject, said.by.name),
      reason: said.reason,
      previousDueAt: withOffset(said.previous),
      newDueAt: withOffset(said.promised),
    };
  }

  private async stop(head: FormHead, { dossierId, status }: CaseState): Promise<StopForm> {
    const [row] = status === 'stopped' ? await this.database.query<StopRow>(STOPPED, [`case/${dossierId}`]) : [];
    if (!row) throw new Refusal<WorkflowCode>('CASE.FORM_NOT_ISSUED', { form: '05' });
    return {
      ...head,
      form: '05',
      title: 'Thông báo dừng giải quyết hồ sơ',
      issuedAt: withOffset(row.at),
      signer: row.actor.startsWith('system:') ? null : await this.signatory(row.actor),
      reason: row.detail.reason ?? EXPIRED,
    };
  }

  private async controlSlip(head: FormHead, state: CaseState): Promise<ControlSlip> {
    const { dossierId, terms, acceptedAt, endedAt } = state;
    const [rows, lateness, [returned]] = await Promise.all([
      this.tasks.ofCase(this.database, dossierId),
      listLateness(this.database, dossierId),
      this.database.query<ReturnRow>(
        sql`SELECT returned_at AS at, return_method AS method FROM case_file WHERE dossier_id = ${dossierId}`,
      ),
    ]);
    const codes = [...new Set([terms.receivingAgency, ...rows.map(({ agency }) => agency)])];
    const names = new Map((await this.agencies.findMany(codes)).map(({ code, name }) => [code, name]));
    return {
      ...head,
      form: '06',
      title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
      issuedAt: withOffset(returned?.at ?? endedAt ?? rows.at(-1)?.opened_at ?? acceptedAt),
      steps: controlSteps({ state, tasks: rows, lateness, names, returned }),
    };
  }
}
