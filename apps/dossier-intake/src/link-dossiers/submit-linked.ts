import { Injectable } from '@nestjs/common';
import { assertAllowed, takenOver } from '@motcua/dossier-domain';
import { newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  sql,
} from '@motcua/platform';
import { type DossierFacts, DossierFactsOf } from '../change/dossier-facts.js';
import { submitted } from '../decisions/submit-dossier.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { StoredFile } from '../persistence/file-row.js';
import { belongingOf, lifeOf } from '../persistence/found-dossier.js';
import type { IntakeCode } from '../problems.js';
import { forEach } from './all-faults.js';
import { type LinkedChange, LinkedAggregate } from './linked-aggregate.js';
import type { LinkedView } from './linked.view.js';
import { linkedView, versionOf } from './to-linked-view.js';

interface SubmitLinked {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
}

interface LinkedDrafts {
  /** In their order. */
  readonly drafts: readonly DossierFacts[];
  /** Papers that were given for an earlier one, and are asked of a later one too: as files of that one. */
  readonly passedOn: readonly StoredFile[];
}

/** All of them are submitted or none: each gets a code, fee and reception deadline of its own. @rule R1 R16 */
@Injectable()
export class SubmitLinkedKind implements CommandKind<SubmitLinked, LinkedDrafts, LinkedChange, LinkedView> {
  readonly lasting = true;

  constructor(
    readonly aggregate: LinkedAggregate,
    private readonly dossiers: DossierFactsOf,
  ) {}

  about({ id }: SubmitLinked): string {
    return `linked/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly SubmitLinked[]): Promise<(LinkedDrafts | undefined)[]> {
    const links = commands.map(({ id }) => id);
    const found = await queries.query<{ id: string; link: string }>(
      sql`SELECT id, link->>'id' AS link FROM dossier WHERE link->>'id' = ANY (${links}) AND link IS NOT NULL`,
    );
    const read = await this.dossiers.read(
      queries,
      found.map(({ id }) => id),
    );
    return links.map((link) => {
      const own = found.flatMap((row, index) => (row.link === link ? [read[index]] : []));
      const drafts = own.filter((facts) => facts !== undefined);
      // One that another holds: all of them wait for it.
      if (own.length === 0 || drafts.length < own.length) return undefined;
      drafts.sort((a, b) => (a.dossier.link?.step ?? 0) - (b.dossier.link?.step ?? 0));
      return { drafts, passedOn: passedOn(drafts) };
    });
  }

  decide({ drafts, passedOn }: LinkedDrafts, { version, actor }: SubmitLinked, now: Temporal.Instant): LinkedChange {
    for (const found of drafts) assertReach(actor, 'dossier.submit', belongingOf(found));
    assertVersion(versionOf(drafts.map(({ dossier }) => dossier)), version);
    for (const { dossier } of drafts) assertAllowed('submit', lifeOf(dossier));
    assertAlike(drafts.map(({ dossier }) => dossier));
    const [first, ...others] = forEach(drafts, (facts) => {
      const filesAdded = passedOn.filter(({ dossierId }) => dossierId === facts.dossier.id);
      return { ...submitted({ ...facts, files: [...facts.files, ...filesAdded] }, actor, now), filesAdded };
    });
    if (!first) throw new Error('at least two are linked');
    return { dossiers: [first, ...others] };
  }

  answer({ dossiers }: LinkedChange, { drafts }: LinkedDrafts): Answer<LinkedView> {
    const rows = dossiers.map(({ after }) => after);
    const names = new Map(
      drafts.flatMap(({ circumstances, dossier }) => {
        const agency = circumstances.agency(dossier.competentAgency);
        return agency ? [[agency.code, agency.name]] : [];
      }),
    );
    return created(linkedView(rows, names), { version: versionOf(rows) });
  }
}

const passedOn = (drafts: readonly DossierFacts[]): StoredFile[] =>
  drafts.flatMap(({ dossier: { id, link } }) =>
    (link?.takes ?? [])
      .filter(({ kind }) => kind === 'component')
      .flatMap(({ dossier, code, as }) =>
        (drafts.find((earlier) => earlier.dossier.id === dossier)?.files ?? [])
          .filter(({ component }) => component === code)
          .map((file) => ({ ...file, id: newId(), dossierId: id, component: as })),
      ),
  );

/** A draft may have been changed, or deleted, since they were linked. */
function assertAlike(dossiers: readonly DossierRow[]): void {
  const [first] = dossiers;
  const ids = new Set(dossiers.map(({ id }) => id));
  const differing = dossiers.filter(
    (one) =>
      one.applicantRef !== first?.applicantRef ||
      one.channel !== first.channel ||
      one.receivingAgency !== first.receivingAgency ||
      one.procedureCode !== one.link?.procedure ||
      one.link.takes.some(({ dossier }) => !ids.has(dossier)),
  );
  if (differing.length > 0)
    throw new Refusal<IntakeCode>('DOSSIER.LINKED_DIFFER', {
      dossiers: differing.map(({ id }) => id),
      takenOver: differing.flatMap(({ link }) => takenOver(link)),
    });
}
