import type { DossierChange } from '../change/dossier-change.js';
import { formsToIssue } from './issue-forms-01-to-03.js';

const at = Temporal.Instant.from('2026-12-01T08:00:00+07:00');
const change = (action: string, after: object, more: object = {}): DossierChange =>
  ({
    ...{ before: { status: 'registered' }, at, facts: [{ action, detail: {} }] },
    ...{ after: { id: 'd', receivingAgency: 'H48.12', status: 'accepted', acceptedAt: at, ...after } },
    ...more,
  }) as unknown as DossierChange;

const forms = (one: DossierChange): string[] =>
  formsToIssue(one).map(({ form, n }) => (n === undefined ? form : `${form}/${n}`));

describe('papers that a change issues (R15)', () => {
  it('are the slip of an acceptance, and another edition of it where an accepted dossier is corrected', () => {
    expect(forms(change('accepted', {}))).toEqual(['01']);
    expect(forms(change('corrected', {}))).toEqual(['01']);
    expect(forms(change('corrected', { status: 'registered', acceptedAt: null }))).toEqual([]);
  });

  it('are one for each request, and none for its answer', () => {
    const request = { number: 2 };
    const asked = { supplements: [{ before: null, after: request }] };
    const given = { supplements: [{ before: request, after: request }] };
    expect(forms(change('supplementRequested', { status: 'supplementRequired' }, asked))).toEqual(['02/2']);
    expect(forms(change('supplementGiven', {}, given))).toEqual([]);
  });

  it('are the refusal, once', () => {
    const refused = { status: 'refused', acceptedAt: null };
    expect(forms(change('refused', refused))).toEqual(['03']);
    expect(forms(change('corrected', refused, { before: { status: 'refused' } }))).toEqual([]);
  });
});
