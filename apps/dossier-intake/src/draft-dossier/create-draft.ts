import { Injectable } from '@nestjs/common';
import type { Language } from '@motcua/kernel';
import { type Answer, type CommandKind, created, type LockingQueries } from '@motcua/platform';
import { DossierAggregate } from '../change/dossier-aggregate.js';
import type { DossierChange } from '../change/dossier-change.js';
import { newDraft } from '../change/new-draft.js';
import { partsAfter } from '../change/parts-after.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import { NO_PARTS } from '../persistence/dossier-parts.js';
import { checkDraft } from '../drafts/check-draft.js';
import { type AskedDraft, type DraftFacts, DraftFactsOf } from '../drafts/draft-facts.js';

interface CreateDraftCommand extends AskedDraft {
  readonly language: Language;
}

/** A dossier begins. */
@Injectable()
export class CreateDraft implements CommandKind<CreateDraftCommand, DraftFacts, DossierChange, DossierDocument> {
  constructor(
    readonly aggregate: DossierAggregate,
    private readonly drafts: DraftFactsOf,
    private readonly views: DossierViews,
  ) {}

  about({ id }: CreateDraftCommand): string {
    return `dossier/${id}`;
  }

  facts(queries: LockingQueries, commands: readonly CreateDraftCommand[]): Promise<DraftFacts[]> {
    return this.drafts.read(queries, commands);
  }

  decide(facts: DraftFacts, command: CreateDraftCommand, now: Temporal.Instant): DossierChange {
    const { id, actor } = command;
    const after = newDraft(id, checkDraft(command, facts, now), actor.subject, now);
    const { procedureCode, channel, receivingAgency, competentAgency } = after;
    const detail = { procedureCode, channel, receivingAgency, competentAgency };
    return { before: null, after, at: now, actor: actor.subject, facts: [{ action: 'drafted', detail }] };
  }

  answer(change: DossierChange, facts: DraftFacts, { actor, language }: CreateDraftCommand): Answer<DossierDocument> {
    const { after } = change;
    // Whoever drafts it may do what a draft allows: it is theirs.
    const found = { dossier: after, agencies: [], offices: [], receiving: [] };
    const shown = this.views.draft(found, partsAfter(change, NO_PARTS), facts, {
      language,
      reader: actor,
      at: change.at,
    });
    return created(shown, { version: after.version, location: `/intake/v1/dossiers/${after.id}` });
  }
}
