import type {
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStoppedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawnV1,
  DossierAcceptanceUndoneV1,
  DossierAcceptedV1,
  DossierAgencyMovedV1,
  DossierCorrectedV1,
  DossierFeeDemandedV1,
  DossierRefusedV1,
  DossierReturnedV1,
  DossierSubmittedV1,
  DossierSupplementCompletedV1,
  DossierSupplementRequestedV1,
  DossierWithdrawnV1,
  PaymentReceivedV1,
  ProcedureVersionAnnouncedV1,
} from '@motcua/contracts';

/**
 * The figures counted once more, from the contract alone and in the plainest way: all that was told of a dossier is kept,
 * and looked at in the end. It shares no code with the service that it checks.
 */
interface Told {
  agency: string;
  onPaper: boolean;
  required: string;
  files: Paper[];
  submittedAt: string;
  acceptedAt?: string;
  refusedAt?: string;
  withdrawnAt?: string;
  stoppedAt?: string;
  processedAt?: string;
  returnedAt?: string;
  promisedDueAt?: string;
  adjustments: { rule: string; promisedDueAt: string | null }[];
  requests: number;
  asked: string | undefined;
  fees: readonly { net: number }[];
  laterFees: { net: number }[];
  paidOnline: boolean;
  resultDue: boolean;
  results: Set<string>;
  populationData: boolean;
}

interface Paper {
  readonly component: string;
  readonly digitised?: boolean;
  readonly reusedFrom?: string | null;
  readonly fromCitizenStore?: boolean;
}

export interface ToldEvent {
  readonly type: string;
  readonly key: string;
  readonly data: unknown;
}

const HOURS_AHEAD = 7;
const vietnam = (instant: string): string =>
  new Date(Date.parse(instant) + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
const month = (instant: string): string => vietnam(instant).slice(0, 7);

export class NaiveCount {
  private readonly dossiers = new Map<string, Told>();
  private readonly required = new Map<string, string[]>();

  get dossierCount(): number {
    return this.dossiers.size;
  }

  /** Events of one topic and key come in their order; an intake's before those of the others. */
  add({ type, key, data }: ToldEvent): void {
    const what = type.replace(/^vn\.motcua\./, '').replace(/\.v1$/, '');
    if (what === 'procedure.version-announced') return this.announced(data as ProcedureVersionAnnouncedV1);
    if (what === 'dossier.submitted') return this.submitted(data as DossierSubmittedV1);
    const told = this.dossiers.get(key);
    if (told) WHAT_IS_TOLD[what]?.(told, data as never);
  }

  /** `agency month measure` → how many. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const told of this.dossiers.values())
      for (const [at, measure] of this.countedAs(told)) {
        const key = `${told.agency} ${month(at)} ${measure}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    return counts;
  }

  private announced({ code, version, variants }: ProcedureVersionAnnouncedV1): void {
    for (const variant of variants)
      this.required.set(
        `${code} ${version} ${variant.code}`,
        variant.components.filter((component) => component.required).map((component) => component.code),
      );
  }

  private submitted(data: DossierSubmittedV1): void {
    this.dossiers.set(data.dossierId, {
      agency: data.competentAgency,
      onPaper: data.channel !== 'online',
      required: `${data.procedureCode} ${data.procedureVersion} ${data.variant}`,
      files: [...(data.files ?? [])],
      submittedAt: data.submittedAt,
      adjustments: [],
      requests: 0,
      asked: undefined,
      fees: data.feeLines,
      laterFees: [],
      paidOnline: false,
      resultDue: true,
      results: new Set(),
      populationData: data.populationDataUsed === true,
    });
  }

  private countedAs(told: Told): [at: string, measure: string][] {
    const all: [string, string][] = [[told.submittedAt, 'submitted']];
    const { acceptedAt, processedAt } = told;
    const [slip, due] = dueDates(told);
    const ended = processedAt ?? told.returnedAt ?? told.stoppedAt ?? told.withdrawnAt;
    if (acceptedAt !== undefined) {
      const owing = [...told.fees, ...told.laterFees].some(({ net }) => net > 0);
      const end = ended ?? told.asked;
      const issued = told.results.size > 0;
      const say = (measure: string, when: boolean): unknown => when && all.push([acceptedAt, measure]);
      say('received', true);
      say('on_time_766', told.requests < 2 && end !== undefined && Date.parse(end) <= slip!);
      say('late_766', told.requests >= 2 || (end !== undefined && Date.parse(end) > slip!));
      say('owing', owing);
      say('paid_online', owing && told.paidOnline);
      say('electronic_result', issued);
      say('digitised', (issued || !told.resultDue) && this.everyPaperIsElectronic(told));
      say(
        'reused',
        told.files.some(({ reusedFrom }) => reusedFrom),
      );
      say(
        'from_citizen_store',
        told.files.some(({ fromCitizenStore }) => fromCitizenStore),
      );
      say('population_data', told.populationData);
      say('online_with_result', !told.onPaper && (issued || !told.resultDue));
    }
    if (told.refusedAt) all.push([told.refusedAt, 'refused']);
    if (told.stoppedAt) all.push([told.stoppedAt, 'stopped']);
    if (told.withdrawnAt) all.push([told.withdrawnAt, acceptedAt ? 'withdrawn' : 'withdrawn_before_acceptance']);
    if (told.returnedAt) all.push([told.returnedAt, 'returned']);
    const dueAt = due === undefined ? undefined : new Date(due).toISOString();
    if (processedAt && dueAt) {
      const [on, dueOn] = [vietnam(processedAt), vietnam(dueAt)];
      all.push([processedAt, on < dueOn ? 'finished_early' : on === dueOn ? 'finished_on_day' : 'finished_late']);
      all.push([dueAt, 'due']);
      if (on <= dueOn) all.push([dueAt, 'due_on_time']);
    }
    if (ended && dueAt && vietnam(ended) > vietnam(dueAt)) all.push([dueAt, 'became_late'], [ended, 'ended_late']);
    return all;
  }

  private everyPaperIsElectronic({ onPaper, required, files }: Told): boolean {
    if (!onPaper) return true;
    return (this.required.get(required) ?? []).every((code) =>
      files.some((file) => file.component === code && (file.digitised || file.reusedFrom || file.fromCitizenStore)),
    );
  }
}

/** What the slip promises, and what officers work to, in milliseconds: an extension (R13) moves the latter alone. */
function dueDates({ promisedDueAt, adjustments }: Told): [slip: number, due: number] | [undefined, undefined] {
  if (promisedDueAt === undefined) return [undefined, undefined];
  let [slip, due] = [Date.parse(promisedDueAt), Date.parse(promisedDueAt)];
  for (const { rule, promisedDueAt: to } of adjustments) {
    if (to === null) continue;
    if (rule !== 'R13') slip += Date.parse(to) - due;
    due = Date.parse(to);
  }
  return [slip, due];
}

const WHAT_IS_TOLD: Record<string, (told: Told, data: never) => unknown> = {
  'dossier.accepted': (told, data: DossierAcceptedV1) => {
    told.acceptedAt = data.acceptedAt;
    told.promisedDueAt = data.promisedDueAt;
    told.resultDue = data.results.length > 0;
    told.populationData ||= data.populationDataUsed === true;
    told.files.push(...data.files);
  },
  'dossier.acceptance-undone': (told, _: DossierAcceptanceUndoneV1) => {
    delete told.acceptedAt;
    delete told.promisedDueAt;
  },
  'dossier.refused': (told, data: DossierRefusedV1) => (told.refusedAt = data.refusedAt),
  'dossier.withdrawn': (told, data: DossierWithdrawnV1) => (told.withdrawnAt = data.withdrawnAt),
  'dossier.returned': (told, data: DossierReturnedV1) => (told.returnedAt = data.returnedAt),
  'dossier.supplement-requested': (told, data: DossierSupplementRequestedV1) =>
    (told.requests = Math.max(told.requests, data.number)),
  'dossier.supplement-completed': (told, data: DossierSupplementCompletedV1) => told.files.push(...data.files),
  'dossier.fee-demanded': (told, data: DossierFeeDemandedV1) => told.laterFees.push(...data.demand.lines),
  'dossier.corrected': (told, data: DossierCorrectedV1) =>
    Object.assign(told, {
      agency: data.competentAgency,
      fees: data.feeLines,
      required: [...told.required.split(' ').slice(0, 2), data.variant].join(' '),
    }),
  'dossier.agency-moved': (told, data: DossierAgencyMovedV1) =>
    (told.agency = told.agency === data.from ? data.to : told.agency),
  'case.fee-demanded': (told, data: CaseFeeDemandedV1) => told.laterFees.push(...data.demand.lines),
  'case.supplement-requested': (told, data: CaseSupplementRequestedV1) =>
    Object.assign(told, { requests: Math.max(told.requests, data.number), asked: data.requestedAt }),
  'case.supplement-completed': (told) => (told.asked = undefined),
  'case.supplement-cancelled': (told) => (told.asked = undefined),
  'case.deadline-adjusted': (told, data: CaseDeadlineAdjustedV1) => told.adjustments.push(data),
  'case.result-issued': (told, data: CaseResultIssuedV1) => told.results.add(`${data.resultCode} ${data.number}`),
  'case.result-revoked': (told, data: CaseResultRevokedV1) => told.results.delete(`${data.resultCode} ${data.number}`),
  'case.completed': (told, data: CaseCompletedV1) => (told.processedAt = data.completedAt),
  'case.stopped': (told, data: CaseStoppedV1) => (told.stoppedAt = data.stoppedAt),
  'case.withdrawn': (told, data: CaseWithdrawnV1) => (told.withdrawnAt = data.withdrawnAt),
  'payment.received': (told, data: PaymentReceivedV1) =>
    (told.paidOnline ||= data.method === 'nationalPlatform' || data.method === 'nationalPortal'),
};
