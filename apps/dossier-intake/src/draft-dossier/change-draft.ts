import { Injectable } from '@nestjs/common';
import { assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { type Answer, type LockingQueries, ok, ValidationPipe } from '@motcua/platform';
import { changed, type DossierChange } from '../change/dossier-change.js';
import { workedOn } from '../change/worked-on.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { partsAfter } from '../change/parts-after.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import { requestsOfApplicant } from '../on-behalf/office-request.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { checkDraft } from '../drafts/check-draft.js';
import { type DraftFacts, DraftFactsOf } from '../drafts/draft-facts.js';
import { DraftRequest } from '../drafts/draft.request.js';
import { mergePatch } from '../asked-fields/merge-patch.js';

interface ChangeDraftCommand extends Asked {
  readonly patch: object;
}

/** The draft as the patch makes it, or what is wrong with its shape. */
interface Patched {
  readonly patched: { readonly request: DraftRequest; readonly draft: DraftFacts } | Refusal<string>;
}

/** A draft as the document that patches are applied to: what was sent to make it, each field of it. */
function documentOf(facts: DossierFacts): Record<keyof DraftRequest, unknown> {
  const draft = facts.dossier;
  const {
    applicant,
    procedureCode,
    variant,
    channel,
    submissionAgency,
    receivingAgency,
    competentAgency,
    delivery,
    exemptions,
    language,
    portalCode,
    assisted,
  } = draft;
  const { kind, identityType, fullName, phone, email, address } = applicant;
  return {
    procedureCode,
    variant,
    channel,
    submissionAgency,
    receivingAgency,
    competentAgency,
    applicant: {
      kind,
      identity: { type: identityType, number: facts.identityNumber() },
      fullName,
      phone,
      email,
      address,
    },
    ...facts.parties(),
    delivery,
    formData: facts.form(),
    exemptions: exemptions.map(({ code }) => code),
    language,
    portalCode,
    assisted,
  };
}

/** All of the patch or nothing: the outcome is checked as a new draft would be. */
@Injectable()
export class ChangeDraft implements DossierDecision<ChangeDraftCommand, Patched> {
  readonly action = 'edit';
  private readonly validation = new ValidationPipe();

  constructor(
    private readonly drafts: DraftFactsOf,
    private readonly views: DossierViews,
  ) {}

  async more(
    queries: LockingQueries,
    facts: readonly DossierFacts[],
    commands: readonly ChangeDraftCommand[],
  ): Promise<Patched[]> {
    const requests = await Promise.all(facts.map((one, index) => this.patched(one, commands[index]?.patch ?? {})));
    const asked = requests.flatMap((request, index) => {
      const actor = commands[index]?.actor;
      const { dossier } = facts[index] ?? {};
      return request instanceof Refusal || !actor || !dossier ? [] : [{ id: dossier.id, request, actor }];
    });
    const drafts = (await this.drafts.read(queries, asked)).values();
    return requests.map((request) => {
      if (request instanceof Refusal) return { patched: request };
      const draft = drafts.next().value;
      if (!draft) throw new Error('each draft that is checked has its facts');
      return { patched: { request, draft } };
    });
  }

  decide(facts: DossierFacts & Patched, { actor, patch }: ChangeDraftCommand, now: Temporal.Instant): DossierChange {
    const { dossier: before, patched } = facts;
    assertAllowed('edit', lifeOf(before));
    if (patched instanceof Refusal) throw patched;
    const { request, draft } = patched;
    const drafted = checkDraft({ id: before.id, request, actor }, draft, now);
    const { fullName, address } = drafted.applicant;
    const sameApplicant =
      drafted.applicantRef === before.applicantRef &&
      fullName === before.applicant.fullName &&
      address === before.applicant.address;
    // What was compared with the population database was another applicant, or another name.
    const populationCheck = sameApplicant ? before.populationCheck : null;
    const after = changed(before, {
      ...drafted,
      ...workedOn(before, now),
      populationCheck,
      officeRequests: requestsOfApplicant(before, drafted),
    });
    // Papers of one person's store are no papers of another's dossier (R20). What was uploaded stays.
    const filesRemoved =
      after.applicantRef === before.applicantRef ? [] : facts.files.filter(({ fromStore }) => fromStore !== null);
    const filesDropped = filesRemoved.map(({ component, sha256 }) => ({ component, sha256 }));
    // Names of what changed, not what it says: a history holds no personal data.
    const detail = { fields: Object.keys(patch).sort(), ...(filesDropped.length > 0 && { filesDropped }) };
    return {
      before,
      after,
      at: now,
      actor: actor.subject,
      facts: [{ action: 'draftChanged', detail }],
      filesRemoved,
    };
  }

  answer(
    _: unknown,
    change: DossierChange,
    facts: DossierFacts & Patched,
    { actor, language }: ChangeDraftCommand,
  ): Answer<DossierDocument> {
    const { patched } = facts;
    if (patched instanceof Refusal) throw patched;
    const reading = { language, reader: actor, at: change.at };
    const shown = this.views.draft(
      { ...facts, dossier: change.after },
      partsAfter(change, facts),
      patched.draft,
      reading,
    );
    return ok(shown, { version: change.after.version });
  }

  private async patched(facts: DossierFacts, patch: object): Promise<DraftRequest | Refusal<string>> {
    const document = mergePatch(documentOf(facts), patch);
    try {
      return (await this.validation.transform(document, { type: 'body', metatype: DraftRequest })) as DraftRequest;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
