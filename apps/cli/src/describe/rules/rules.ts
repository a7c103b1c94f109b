/** Where a rule comes from: the law itself, what provincial systems do, or a decision of ours where both are silent. */
type Source = 'law' | 'practice' | 'ours';

/** A rule of the domain: code and specs cite it by its number. */
export interface Rule {
  readonly number: `R${number}`;
  readonly title: string;
  /** What the rule demands. */
  readonly words: string;
  readonly source: Source;
}

/** Every rule, in order: its number is its place. */
export const RULES: readonly Rule[] = (
  [
    [
      'The code of a dossier',
      'A dossier gets its code when it is submitted: the receiving agency, the day in Vietnam, and a number that counts from 0001 for that agency and day. No number is given twice, also under load, and none is given again.',
      'practice',
    ],
    [
      'Two forms of an agency identifier',
      'An agency has a current identifier (H48.12) and a legacy one (000.00.12.H48). Both are stored, and a look-up accepts either.',
      'law',
    ],
    [
      'When the term begins',
      'The term begins with the valid acceptance, not with the submission. An acceptance outside working time begins it at the next opening.',
      'law',
    ],
    [
      'Units of a term, and whose calendar counts',
      'A working day is 8 working hours. Calendar days and months keep the time of day; an end on a day off moves to the close of the next working day. Reception runs on the calendar of the receiving agency, processing on that of the competent agency, or else of its nearest ancestor that has one.',
      'practice',
    ],
    [
      'Days off',
      'Weekly days off and holidays, less the days that are worked in their place, as they are published for each year. A day that is worked in place of another uses the sessions of the weekday that it replaces.',
      'practice',
    ],
    [
      'Reception of an online dossier',
      'Within 8 working hours an online dossier is accepted, refused or sent back: from its submission, from the payment where a fee is due first, or from the completed supplement before acceptance.',
      'practice',
    ],
    [
      'Same day',
      'A procedure that is marked so is due on the day of its acceptance; accepted after the cut-off (15:00) it is due on the next working day.',
      'law',
    ],
    [
      'Effect of a supplement on the term',
      'By the policy of the procedure the term is extended by the time that it waited for the applicant, or starts again when the papers are complete.',
      'practice',
    ],
    [
      'A supplement that does not come',
      'A supplement request has a deadline of its own. When it passes, the dossier is refused if it was never accepted, and stopped otherwise.',
      'practice',
    ],
    [
      'The second supplement',
      'A second supplement request makes the dossier count as overdue in the indicators of Decision 766.',
      'law',
    ],
    [
      'Events that do not move a deadline',
      'A technical outage never pauses the clock, and being late never keeps a result from being issued.',
      'law',
    ],
    [
      'Nothing is forgotten and nothing is back-dated',
      'The due date as first promised, as it stands, and every adjustment with its reason, author and time are kept. Nothing is dated back.',
      'law',
    ],
    [
      'The apology',
      'An agency that is or will be late apologises with a reason and a new date, at least a day before the date it replaces, and once only.',
      'law',
    ],
    [
      'Which version binds',
      'Papers, form and fee follow the version in force at submission; term and process follow the one in force at acceptance and are frozen there. Where the two differ the officer is shown it. A later version, or a repeal, moves nothing and blocks nothing.',
      'law',
    ],
    [
      'Printed forms',
      'Receipt and appointment (01), supplement request (02), refusal (03), apology (04), stop (05), control of the process (06), tracking book (07).',
      'law',
    ],
    [
      'Fees',
      'A tariff line has a window, a channel, a variant and a time of collection; the tariff at submission binds, and 0 đ skips payment. A fee that is due before the return changes no status, but the result is not handed over until it is paid. A refusal, withdrawal or stop refunds nothing by itself: it lists a refund, which the cashier decides.',
      'law',
    ],
    [
      'Reductions by policy',
      'The province reduces fees and terms by policies: legal basis, window, scope, rate. A fee policy binds at submission, a term policy at acceptance. Of several that fit the largest applies, never the sum. Half a đồng rounds up; a promised term is rounded down to the minute.',
      'law',
    ],
    [
      'Statutory and promised due date',
      'Both are kept. Officers work to the promised one, which is on the slip; the promise is never later than the law.',
      'ours',
    ],
    [
      'The applicant is kept informed, and not asked again',
      'The applicant is notified of every move: which agency and officer has the dossier, since when, and when it is due. What the state already holds is not asked for again.',
      'law',
    ],
    [
      'Results and papers are digital and reusable',
      'Papers are digitised at reception and results at completion. A signed result goes into the store of the applicant, from where it may be used in place of a paper.',
      'law',
    ],
    [
      'Reasons',
      'Every refusal, return, stop and extension carries a reason that the applicant can read, and names the paper or the field at fault.',
      'practice',
    ],
    [
      'One life for all channels',
      'Counter, online, post and national portal share one life of a dossier. A dossier from the portal keeps the code of the portal beside ours.',
      'practice',
    ],
    [
      'Three places',
      'The place of submission, the office that receives and the agency that decides a dossier are three fields. Any one-stop office of the province receives any dossier.',
      'law',
    ],
  ] satisfies [title: string, words: string, source: Source][]
).map(([title, words, source], index) => ({ number: `R${index + 1}`, title, words, source }));
