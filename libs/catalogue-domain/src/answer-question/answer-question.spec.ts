import type { OpenQuestion, QuestionCode } from '../procedure/open-question.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from '../set-tariff/tariff.js';
import { announced, at, definition, refusalOf, state, tariffLine, version } from '../testing.fixture.js';
import { answeredByData, DRAFT_QUESTIONS, FEE_QUESTIONS } from './answered-by-data.js';
import { answerQuestion } from './answer-question.js';

const now = at('2026-11-23T08:00:00');
const question = (id: string, code: QuestionCode): OpenQuestion => ({
  ...{ id, code, pointer: `/${id}`, question: { vi: '?', en: '?' }, answer: null },
});
const GIVEN = { text: 'given', by: 'admin', at: '2026-11-23T08:00:00+07:00' };

describe('a question that an import left open', () => {
  const draft = version({
    version: 2,
    openQuestions: [
      question('q1', 'LEVEL_UNCLEAR'),
      question('q2', 'TERM_DIFFERS_BY_CHANNEL'),
      question('q3', 'FEE_NOT_SET'),
    ],
  });
  const before = state([announced, draft]);
  const answer = (id: string, of = draft) =>
    answerQuestion(before, of, { question: id, answer: 'Cấp tỉnh', actor: 'admin' }, now);

  it('is answered in words, with who said it and when, and the others stay open', () => {
    const { after, facts } = answer('q2');
    expect(after.procedure.versions).toEqual([
      announced,
      {
        ...draft,
        openQuestions: [
          draft.openQuestions[0],
          { ...draft.openQuestions[1], answer: { text: 'Cấp tỉnh', by: 'admin', at: '2026-11-23T08:00:00+07:00' } },
          draft.openQuestions[2],
        ],
        revision: 2,
      },
    ]);
    expect(facts).toEqual([
      { type: 'questionAnswered', version: 2, question: 'TERM_DIFFERS_BY_CHANNEL', answer: 'Cấp tỉnh' },
    ]);
  });

  it('is refused where it is unknown, where it was answered, and where it wants what is missing instead of words', () => {
    expect(refusalOf(() => answer('q9')).code).toBe('QUESTION.UNKNOWN');
    const once = version({ ...draft, openQuestions: [{ ...question('q1', 'LEVEL_UNCLEAR'), answer: GIVEN }] });
    expect(refusalOf(() => answer('q1', once)).code).toBe('QUESTION.ANSWERED');
    expect(refusalOf(() => answer('q3')).code).toBe('QUESTION.WANTS_DATA');
  });
});

describe('what is written into a draft', () => {
  const answers = (code: QuestionCode, change: Partial<VersionDefinition>, tariff?: readonly TariffLine[]): boolean => {
    const [after] = answeredByData(DRAFT_QUESTIONS, [question('q1', code)], { ...definition, ...change }, tariff, {
      by: 'admin',
      at: now,
    });
    return after?.answer !== null;
  };
  const [variant] = definition.variants;
  const open = { ...variant!, term: null };

  it.each<[string, QuestionCode, Partial<VersionDefinition>, boolean]>([
    ['an agency', 'AGENCY_UNRESOLVED', { competentAgencies: ['H48.12'], competentLevel: null }, true],
    ['a level of agencies', 'AGENCY_UNRESOLVED', { competentAgencies: null, competentLevel: 'commune' }, true],
    ['no agency', 'AGENCY_UNRESOLVED', { competentAgencies: [], competentLevel: null }, false],
    ['neither', 'AGENCY_UNRESOLVED', { competentAgencies: null, competentLevel: null }, false],
    ['a field', 'FIELD_UNKNOWN', { field: { code: 'G10', name: 'x' } }, true],
    ['the name of a field', 'FIELD_UNKNOWN', { field: { code: null, name: 'x' } }, false],
    ['a term', 'TERM_NOT_READ', { variants: [variant!] }, true],
    ['a term of one variant of two', 'TERM_NOT_READ', { variants: [variant!, open] }, false],
    ['a term of two', 'HEADLINE_ONLY', { variants: [variant!, variant!] }, true],
    ['no variant', 'HEADLINE_ONLY', { variants: [] }, false],
    ['a reason', 'ONLINE_REASON_MISSING', { onlineLevel: 'partial', onlineLevelReason: 'x' }, true],
    ['no reason', 'ONLINE_REASON_MISSING', { onlineLevel: 'partial', onlineLevelReason: null }, false],
    ['a level that needs none', 'ONLINE_REASON_MISSING', { onlineLevel: 'full', onlineLevelReason: null }, true],
    ['a level, in words', 'LEVEL_UNCLEAR', { level: 'province' }, false],
  ])('answers with %s the question %s or not %#', (_, code, change, answered) => {
    expect(answers(code, change)).toBe(answered);
  });

  it('answers what is asked about fees by a tariff with every amount', () => {
    const unset = { ...tariffLine, amount: null };
    expect(answers('FEE_NOT_SET', {}, [tariffLine])).toBe(true);
    expect(answers('FEE_NOT_SET', {}, [tariffLine, unset])).toBe(false);
    expect(answers('FEE_NOT_SET', {}, undefined)).toBe(false);
  });

  it('answers nothing that was answered before, nothing that it cannot answer, and is the same list then', () => {
    const written = { by: 'admin', at: now };
    const questions = [question('q1', 'FIELD_UNKNOWN'), question('q2', 'FEE_NOT_SET'), question('q3', 'LEVEL_UNCLEAR')];
    expect(answeredByData(FEE_QUESTIONS, questions, definition, [tariffLine], written)).toEqual([
      questions[0],
      { ...questions[1], answer: GIVEN },
      questions[2],
    ]);
    expect(answeredByData(FEE_QUESTIONS, questions, definition, undefined, written)).toBe(questions);
    const before = [{ ...questions[1]!, answer: { ...GIVEN, by: 'earlier' } }];
    expect(answeredByData(FEE_QUESTIONS, before, definition, [tariffLine], written)).toBe(before);
  });
});
