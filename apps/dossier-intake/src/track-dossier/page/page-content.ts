import { type Language, sayAmount, sayDay, sayMoment } from '@motcua/kernel';
import type { Tracked } from '../tracking.js';
import { type StepState, stepsOfDossier } from './steps-of-dossier.js';
import { WORDS } from './words.js';

/** What is drawn into the circle of a step, 24 by 24. */
const SIGNS: Readonly<Record<StepState, string>> = {
  done: 'M6 12.5l4 4 8-9',
  current: 'M12 7v5l4 3',
  waiting: 'M9.5 7v10M14.5 7v10',
  ended: 'M8 8l8 8M16 8l-8 8',
  ahead: '',
};

/** A dossier that ended without a result keeps no date to wait for. */
const ENDED: readonly string[] = ['refused', 'withdrawn', 'stopped'];

const said = (instant: string | null, language: Language): string | null => instant && sayMoment(instant, language);

/** @param vietnamese whether the text is a name that only Vietnamese has: a screen reader is told so */
const fact = (term: string, text: string | null, vietnamese = false) => ({ term, text, vietnamese });

/** A dossier as the template shows it: every sentence is ready, and only text. */
export function pageContent(tracked: Tracked, language: Language) {
  const words = WORDS[language];
  const { status, dueAt, owed, collectAt, outcome } = tracked;
  const holder = [tracked.holderAgency, tracked.holderOfficer].filter((part) => part !== null).join(', ');
  const waitsForResult = !ENDED.includes(status);
  return {
    code: tracked.code,
    procedureName: tracked.procedureName,
    statusName: tracked.statusName,
    outcome: outcome === 'granted' ? words.granted : outcome === 'denied' ? words.denied : null,
    steps: stepsOfDossier(status, tracked.acceptedAt !== null).map(({ step, state }) => ({
      name: words.steps[step],
      state,
      stateName: words.states[state],
      sign: SIGNS[state],
      stands: state !== 'done' && state !== 'ahead',
    })),
    facts: [
      fact(words.since, said(tracked.statusSince, language)),
      fact(words.holder, holder === '' ? null : holder, true),
      fact(words.atStep, tracked.step, true),
      fact(words.submittedAt, said(tracked.submittedAt, language)),
      fact(words.receptionDueAt, waitsForResult ? said(tracked.receptionDueAt, language) : null),
      fact(words.acceptedAt, said(tracked.acceptedAt, language)),
      fact(words.dueAt, waitsForResult ? (tracked.dueAtNote ?? said(dueAt, language)) : null),
    ].filter(({ text }) => text !== null),
    todo: tracked.asked.length > 0 || tracked.answerBy !== null || owed > 0 || tracked.otherDues.length > 0,
    asked: tracked.asked.map(({ what, reason }) => ({ what, reason })),
    answerBy: said(tracked.answerBy, language),
    owed: owed > 0 ? sayAmount(owed, language) : null,
    howToPay: tracked.howToPay,
    otherDues: tracked.otherDues.map(({ amount, payBy, name, collector, howToPay }) => ({
      ...{ amount: sayAmount(amount, language), payBy: payBy && sayDay(payBy, language), name, collector, howToPay },
    })),
    collectAt,
    linked: tracked.linked
      .filter(({ code }) => code !== tracked.code)
      .map(({ waitsFor, dueAt: linkedDueAt, ...linked }) => ({
        ...linked,
        dueAt: said(linkedDueAt, language),
        waitsFor: waitsFor.length > 0 ? `${words.waitsFor} ${waitsFor.join(', ')}` : null,
      })),
    results: tracked.results.map(({ name, issuedAt, validUntil, revokedAt }) => ({
      name,
      issuedAt: said(issuedAt, language),
      validUntil: validUntil && sayDay(validUntil, language),
      revokedAt: said(revokedAt, language),
    })),
    // Each thing that is asked says its own.
    reason: tracked.asked.length > 0 ? null : tracked.reason,
    reasonsHidden: tracked.reasonsHidden,
  };
}
