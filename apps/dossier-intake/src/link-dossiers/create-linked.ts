import { Injectable } from '@nestjs/common';
import { type DossierRefusalCode, groupFaults, type Link, linksOf, type ProcedureGroup } from '@motcua/dossier-domain';
import { newId, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, type CommandKind, created, type LockingQueries } from '@motcua/platform';
import type { DossierChange } from '../change/dossier-change.js';
import { newDraft } from '../change/new-draft.js';
import { checkDraft } from '../drafts/check-draft.js';
import { type AskedDraft, type DraftFacts, DraftFactsOf } from '../drafts/draft-facts.js';
import { findGroups } from '../persistence/linked-dossiers.js';
import { forEach } from './all-faults.js';
import { type LinkedChange, LinkedAggregate } from './linked-aggregate.js';
import type { LinkedRequest } from './linked.request.js';
import type { LinkedView } from './linked.view.js';
import { linkedView, versionOf } from './to-linked-view.js';

interface CreateLinked {
  /** Of all of them together. */
  readonly id: string;
  readonly request: LinkedRequest;
  /** One for each dossier, in the order that was asked. */
  readonly dossiers: readonly string[];
  readonly actor: Actor;
}

interface LinkedFacts {
  readonly group: ProcedureGroup | null;
  readonly drafts: readonly { readonly asked: AskedDraft; readonly facts: DraftFacts }[];
}

/** A command with new ids. */
export const createLinked = (request: LinkedRequest, actor: Actor): CreateLinked => ({
  id: newId(),
  request,
  dossiers: request.dossiers.map(() => newId()),
  actor,
});

/** Each is a draft of its own, with its papers, fee and term; what they have in common was said once. @rule R19 */
@Injectable()
export class CreateLinkedKind implements CommandKind<CreateLinked, LinkedFacts, LinkedChange, LinkedView> {
  constructor(
    readonly aggregate: LinkedAggregate,
    private readonly drafts: DraftFactsOf,
  ) {}

  about({ id }: CreateLinked): string {
    return `linked/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly CreateLinked[]): Promise<LinkedFacts[]> {
    const groups = await findGroups(
      queries,
      commands.map(({ request }) => request.group),
    );
    const asked = commands.map(askedDrafts);
    const facts = (await this.drafts.read(queries, asked.flat())).values();
    return commands.map(({ request }, index) => ({
      group: groups.get(request.group) ?? null,
      drafts: (asked[index] ?? []).map((draft) => {
        const known = facts.next().value;
        if (!known) throw new Error('each draft that is checked has its facts');
        return { asked: draft, facts: known };
      }),
    }));
  }

  decide({ group, drafts }: LinkedFacts, { id, request, dossiers }: CreateLinked, now: Temporal.Instant): LinkedChange {
    const chosen = request.dossiers.map(({ procedureCode }) => procedureCode);
    const faults = groupFaults(group, chosen);
    if (group === null || faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
    const links = linksOf(
      group,
      id,
      chosen.map((procedure, index) => ({ procedure, dossier: dossiers[index] ?? '' })),
    );
    const changes = forEach(drafts, ({ asked, facts }) => {
      const link = links.find(({ dossier }) => dossier === asked.id)?.link ?? null;
      return drafted(asked, facts, link, now);
    });
    const [first, ...others] = changes.toSorted((a, b) => (a.after.link?.step ?? 0) - (b.after.link?.step ?? 0));
    if (!first) throw new Error('at least two are linked');
    return { dossiers: [first, ...others] };
  }

  answer({ dossiers }: LinkedChange, { drafts }: LinkedFacts): Answer<LinkedView> {
    const rows = dossiers.map(({ after }) => after);
    const names = new Map(
      drafts.flatMap(({ facts: { circumstances }, asked: { request } }) => {
        const agency = circumstances.agency(request.competentAgency);
        return agency ? [[agency.code, agency.name]] : [];
      }),
    );
    const view = linkedView(rows, names);
    return created(view, { version: versionOf(rows), location: `/intake/v1/linked-dossiers/${view.id}` });
  }
}

function askedDrafts({ request, dossiers, actor }: CreateLinked): AskedDraft[] {
  const { group: _, dossiers: each, ...common } = request;
  return each.map(({ procedureCode, variant, competentAgency, formData }, index) => ({
    id: dossiers[index] ?? '',
    request: { ...common, procedureCode, ...(variant !== undefined && { variant }), competentAgency, formData },
    actor,
  }));
}

function drafted(asked: AskedDraft, facts: DraftFacts, link: Link | null, now: Temporal.Instant): DossierChange {
  const { id, actor } = asked;
  const after = { ...newDraft(id, checkDraft(asked, facts, now), actor.subject, now), link };
  const { procedureCode, channel, receivingAgency, competentAgency } = after;
  const detail = { procedureCode, channel, receivingAgency, competentAgency, linked: link?.id };
  return { before: null, after, at: now, actor: actor.subject, facts: [{ action: 'drafted', detail }] };
}
