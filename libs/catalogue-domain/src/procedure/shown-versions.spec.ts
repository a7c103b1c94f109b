import { announced, definition, state, version } from '../testing.fixture.js';
import { isAnnounced, newProcedure, versionOf, withVersion } from './procedure-state.js';
import { questionsLeft, shownVersions } from './shown-versions.js';

const from = (number: number, effectiveFrom: string) =>
  version({ version: number, announcement: { ...announced.announcement!, effectiveFrom } });

describe('the version that lists and searches show', () => {
  const [first, second, third] = [from(1, '2026-02-01'), from(2, '2027-01-01'), from(3, '2026-07-01')];
  const draft = version({ version: 4 });

  it('is each of the announced ones from its day on, and the first one before its day too', () => {
    expect(shownVersions({ versions: [first, second, third, draft] })).toEqual([
      { version: first, from: '-infinity', until: '2026-07-01' },
      { version: third, from: '2026-07-01', until: '2027-01-01' },
      { version: second, from: '2027-01-01', until: 'infinity' },
    ]);
    expect(shownVersions({ versions: [draft, first] })).toEqual([
      { version: first, from: '-infinity', until: 'infinity' },
    ]);
  });

  it('is the newest draft where none was announced, and nothing where there is none', () => {
    expect(shownVersions({ versions: [version(), draft] })).toEqual([
      { version: draft, from: '-infinity', until: 'infinity' },
    ]);
    expect(shownVersions({ versions: [] })).toEqual([]);
  });

  it('says how many questions it leaves open', () => {
    const open = {
      id: 'q1',
      code: 'LEVEL_UNCLEAR',
      pointer: '/level',
      question: { vi: '?', en: '?' },
      answer: null,
    } as const;
    const answer = { text: 'x', by: 'admin', at: '2026-11-23T08:00:00+07:00' };
    expect(questionsLeft(version({ openQuestions: [open, { ...open, id: 'q2', answer }] }))).toBe(1);
  });
});

describe('a procedure', () => {
  it('begins with nothing, and counts each change', () => {
    const { procedure } = newProcedure('1.001686');
    expect(procedure).toEqual({ code: '1.001686', revision: 0, repeal: null, suspensions: [], versions: [] });
    const one = withVersion(procedure, version());
    expect([one.revision, one.versions]).toEqual([1, [version()]]);
    const two = withVersion(one, version({ version: 2 }));
    const edited = version({ definition: { ...definition, name: 'Tên mới' } });
    expect(withVersion(two, edited).versions).toEqual([edited, version({ version: 2 })]);
  });

  it('is announced once any of its versions is', () => {
    expect(isAnnounced(state([announced, version({ version: 2 })]).procedure)).toBe(true);
    expect(isAnnounced(state([version()]).procedure)).toBe(false);
  });

  it('has each version by its number, and names those that it has where it has not that one', () => {
    const { procedure } = state([announced, version({ version: 2 })]);
    expect(versionOf(procedure, 2)).toBe(procedure.versions[1]);
    expect(() => versionOf(procedure, 3)).toThrow(
      expect.objectContaining({
        code: 'PROCEDURE.VERSION_UNKNOWN',
        evidence: { procedure: '1.001686', version: 3, known: [1, 2] },
      }),
    );
  });
});
