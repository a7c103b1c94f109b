import { assertAllowed, openDue } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { changed, type DossierChange, type DossierFact } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { DossierRow, StoredOtherDue } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface OfDue extends Asked {
  readonly number: number;
}

interface ProveOtherDue extends OfDue {
  readonly paper: string;
}

interface CancelOtherDue extends OfDue {
  readonly reason: string;
}

/** The dossier with one of its dues otherwise. */
export function withDue(
  before: DossierRow,
  due: StoredOtherDue,
  { actor, at, fact }: { readonly actor: string; readonly at: Temporal.Instant; readonly fact: DossierFact },
): DossierChange {
  const otherDues = before.otherDues.map((one) => (one.number === due.number ? due : one));
  return { before, after: changed(before, { otherDues }), at, actor, facts: [fact] };
}

/** The applicant or an officer says under which number it was paid to the body that collects it. @rule R16 */
export const PROVE_OTHER_DUE: DossierDecision<ProveOtherDue> = {
  scope: 'dossier.message',
  decide: ({ dossier: before }, { number, paper, actor }, now) => {
    assertAllowed('correct', lifeOf(before));
    const officer = actor.agency === undefined ? null : officerOf(actor);
    const proof = { paper, givenAt: withOffset(now), officer };
    const fact = { action: 'otherDueProven', detail: { number, paper, byOfficer: officer !== null } } as const;
    const due = { ...openDue(before.otherDues, number), proof };
    return withDue(before, due, { actor: actor.subject, at: now, fact });
  },
};

/** It was passed on by mistake, or its body wants it no longer. */
export const CANCEL_OTHER_DUE: DossierDecision<CancelOtherDue> = {
  scope: 'dossier.receive',
  decide: ({ dossier: before }, { number, reason, actor }, now) => {
    assertAllowed('correct', lifeOf(before));
    const cancelled = { reason, at: withOffset(now), officer: officerOf(actor) };
    const due = { ...openDue(before.otherDues, number), cancelled };
    const fact = { action: 'otherDueCancelled', detail: { number, reason } } as const;
    return withDue(before, due, { actor: actor.subject, at: now, fact });
  },
};
