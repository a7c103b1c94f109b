import type { Localized } from '@motcua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { worked } from '../calendar/working-time.js';
import { start } from '../deadline/start-of-term.js';
import type { AppliedSupplement } from '../deadline/pause-or-restart.js';
import type { Term } from '../deadline/term.js';
import { countsCalendarTime } from '../deadline/term.js';
import type { Rest } from './rest.js';
import { restAt } from './rest.js';
import type { StepList } from './step-list.js';
import { countedSentence } from './supplement-sentences.js';
import { fullTermSentence, restSentence } from './term-sentences.js';

/** A stretch in which the term runs: a full term that `trigger` set off, or the rest that a pause left. */
export class CountUnderWay {
  private constructor(
    private readonly calendar: WorkingCalendar,
    private readonly term: Term,
    private readonly since: number,
    readonly due: number,
    private readonly what: { readonly trigger: number } | { readonly rest: Rest },
  ) {}

  static ofFullTerm(calendar: WorkingCalendar, term: Term, trigger: number, due: number): CountUnderWay {
    return new CountUnderWay(calendar, term, start(calendar, trigger), due, { trigger });
  }

  /** The count that goes on after a completed pause. */
  resumed({ requested, completed, after }: AppliedSupplement): CountUnderWay {
    const since = countsCalendarTime(this.term) ? start(this.calendar, completed) : completed;
    return new CountUnderWay(this.calendar, this.term, since, after, { rest: this.restAt(requested) });
  }

  restAt(requested: number): Rest {
    return restAt(this.calendar, this.term, requested, this.due);
  }

  /** Tells what was counted until a supplement was requested, if anything. */
  tellUntil(requested: number, discarded: boolean, list: StepList): void {
    if (requested <= this.since) return;
    const working = this.workedUntil(requested);
    const counted = countedSentence(requested, working, discarded);
    const whole = this.sentence();
    const sentence = { vi: `${whole.vi} ${counted.vi}`, en: `${whole.en} ${counted.en}` };
    list.add(countingRule(this.term), this.since, requested, sentence, { working, discarded });
  }

  /** Tells how the count ran to its end. */
  tellToTheEnd(list: StepList): void {
    list.add(countingRule(this.term), this.since, this.due, this.sentence(), { working: this.workedUntil(this.due) });
  }

  private sentence(): Localized {
    return 'trigger' in this.what
      ? fullTermSentence(this.calendar, this.term, this.what.trigger, this.due)
      : restSentence(this.calendar, this.what.rest, this.since, this.due);
  }

  private workedUntil(to: number): number | undefined {
    return countsCalendarTime(this.term) ? undefined : worked(this.calendar, this.since, to);
  }
}

export const countingRule = (term: Term): 'R4' | 'R7' => (term.unit === 'sameDay' ? 'R7' : 'R4');
