import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, newId } from '@motcua/kernel';
import { type Actor, EMPTY_HISTORY, type Tx } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers } from '../persistence/dossiers.js';
import { CheckDraft, type DraftedFields } from './check-draft.js';
import type { DraftRequest } from './draft.request.js';

const newDraft = (fields: DraftedFields, submittedBy: string, now: Temporal.Instant): DossierRow => ({
  ...fields,
  id: newId(),
  version: 1,
  status: 'draft',
  code: null,
  submittedBy,
  createdAt: now,
  listedAt: now,
  statusSince: now,
  statusReason: null,
  submittedAt: null,
  feeLines: [],
  unpaidBeforeReturn: 0,
  paidAt: null,
  receptionDueAt: null,
  acceptedAt: null,
  acceptedBy: null,
  acceptance: null,
  cashReceiptNumber: null,
  statutoryDueAt: null,
  promisedDueAt: null,
  taskAgencies: [],
  holderOfficer: null,
  holderStep: null,
  supplementCount: 0,
  supplementDeadlineAt: null,
  paymentReturnsTo: null,
  withdrawalAskedAt: null,
  refusal: null,
  returned: null,
  outcome: null,
});

@Injectable()
export class CreateDraft {
  constructor(
    private readonly checkDraft: CheckDraft,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, request: DraftRequest, actor: Actor): Promise<DossierRow> {
    const now = this.clock.now();
    const draft = newDraft(await this.checkDraft.check(tx, request, actor, now), actor.subject, now);
    await this.dossiers.add(tx, draft);
    const { procedureCode, channel, receivingAgency, competentAgency } = draft;
    const detail = { procedureCode, channel, receivingAgency, competentAgency };
    tx.record({ aggregate: draft.id, at: now, actor: actor.subject, action: 'drafted', detail }, EMPTY_HISTORY);
    return draft;
  }
}
