import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DecidingPlace, readRulePlaces } from '../apps/cli/src/describe/rules/read-rule-places.js';
import { RULES } from '../apps/cli/src/describe/rules/rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { decided, seeded, tried } = readRulePlaces(root);
const numbers = Array.from({ length: 23 }, (_, index) => `R${index + 1}`);
const page = readFileSync(join(root, 'RULES.md'), 'utf8');

describe('the rules of the domain', () => {
  it('are 23, in order, each with a title and what it demands', () => {
    expect(RULES.map(({ number }) => number)).toEqual(numbers);
    expect(RULES.filter(({ title, words }) => title === '' || !words.endsWith('.'))).toEqual([]);
  });

  it('are known by their number, wherever a tag names one', () => {
    expect(decided.filter(({ rule, name }) => !numbers.includes(rule) || name === '')).toEqual([]);
  });

  it.each(numbers)('%s is decided by a function and tried by a spec, and the page leads to both', (rule) => {
    const files = decided.filter((place) => place.rule === rule).map(({ file }) => file);
    const specs = tried.get(rule) ?? [];
    expect(files).not.toEqual([]);
    expect(specs).not.toEqual([]);
    const section = page.split(`## ${rule}. `)[1]?.split('\n## ')[0] ?? '';
    for (const file of [...files, ...specs]) {
      expect(section).toContain(`(${file})`);
      expect(existsSync(join(root, file))).toBe(true);
    }
  });
});

describe('what a seed decides', () => {
  it.each([
    ['R4', 'the default sessions', 'apps/procedure-catalogue/seed/calendars/VN.json'],
    ['R5', 'the days off', 'apps/procedure-catalogue/seed/calendars/VN.json'],
    ['R17', 'the policies', 'apps/procedure-catalogue/seed/policies.json'],
  ])('is on the page of %s: %s', (rule, _what, file) => {
    expect(seeded.filter((place) => place.rule === rule).map((place) => place.file)).toContain(file);
    expect(page.split(`## ${rule}. `)[1]?.split('\n## ')[0]).toContain(`](${file}): `);
  });

  it('exists', () => {
    expect(seeded.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });
});

/** Rules of which a reader would find half, if one of these were not tagged: worked out by hand from the rules' words. */
const PARTS: readonly (readonly [rule: string, part: string, has: (place: DecidingPlace) => boolean])[] = [
  ['R4', 'whose calendar counts', ({ file }) => file.endsWith('/catalogue/calendar-of-agency-or-ancestor.ts')],
  ['R7', 'the cut-off', ({ file }) => file.endsWith('/same-day.ts')],
  ['R9', 'refused before acceptance', ({ file }) => file.endsWith('/refuse-when-supplement-expires.ts')],
  ['R10', 'which request makes it so', ({ file }) => file === 'libs/legal-clock/src/deadline/second-supplement.ts'],
  ['R9', 'stopped after it', ({ file }) => file.endsWith('/stop-when-supplement-expires.ts')],
  [
    'R11',
    'a late result is issued',
    ({ file }) => file.startsWith('libs/processing-domain/') && file.endsWith('/complete-task.ts'),
  ],
  ['R11', 'an outage pauses nothing', ({ file }) => file.endsWith('/what-pauses-the-term.ts')],
  ['R11', 'lateness is a fact that blocks nothing', ({ file }) => file.endsWith('/lateness-blocks-nothing.ts')],
  ['R12', 'adjustments are kept', ({ name }) => name === 'adjustment'],
  ['R13', 'an extension in time, once', ({ file }) => file.endsWith('/extend-in-time-with-apology.ts')],
  ['R13', 'the apology that moves nothing', ({ file }) => file.endsWith('/apologise-without-extension.ts')],
  ['R14', 'frozen at acceptance', ({ name }) => name === 'bindingVersion'],
  ['R14', 'what is in force on a day', ({ name }) => name === 'inForceOn'],
  ['R15', 'the forms of the reception', ({ file }) => file.includes('/src/printed-forms-01-to-03/')],
  ['R15', 'the forms of the case', ({ file }) => file.includes('/src/printed-forms-04-to-07/forms-04-to-06/')],
  ['R15', 'the tracking book', ({ file }) => file.includes('/src/printed-forms-04-to-07/form-07-tracking-book/')],
  ['R16', 'the tariff at submission', ({ file }) => file.endsWith('/tariff/assess-at-submission.ts')],
  ['R16', 'the refund at the end', ({ name }) => name === 'refundAtEnd'],
  ['R16', 'no return before the fee is paid', ({ name }) => name === 'assertPaid'],
  ['R17', 'never the sum', ({ file, name }) => file.endsWith('/policy/largest-reduction.ts') && name === 'largest'],
  ['R17', 'rounded down to the minute', ({ file }) => file.endsWith('/promised-term.ts')],
  ['R18', 'the two tracks', ({ file }) => file.endsWith('/statutory-and-promised.ts')],
  ['R19', 'which message tells of a move', ({ file }) => file.endsWith('/notify-each-move/message-of-move.ts')],
  ['R19', 'what is not asked for again', ({ file }) => file.endsWith('/applicant-store/not-asked-again.ts')],
  ['R20', 'a paper is digitised at reception', ({ name }) => name === 'isDigitised'],
  [
    'R20',
    'a paper of the store is reused',
    ({ file }) => file.startsWith('apps/dossier-intake/') && /reus/i.test(file),
  ],
  ['R20', 'a result is signed', ({ file }) => file.startsWith('apps/processing-workflow/') && /sign/i.test(file)],
  ['R21', 'a refusal', ({ name }) => name === 'refuse'],
  ['R21', 'a stop', ({ name }) => name === 'stopCase'],
  ['R21', 'a return to an earlier step', ({ name }) => name === 'sendBack'],
  ['R21', 'an extension', ({ name }) => name === 'extendDeadline'],
  ['R22', 'one table of moves', ({ file }) => file.endsWith('/life/moves.ts')],
  ['R23', 'any office receives', ({ file }) => file.endsWith('/places/check-places.ts')],
  ['R23', 'which agency answers', ({ name }) => name === 'leadingAgency'],
];

describe('a rule of several parts', () => {
  it.each(PARTS)('%s leads to %s', (rule, _part, has) => {
    expect(decided.some((place) => place.rule === rule && has(place))).toBe(true);
  });
});
