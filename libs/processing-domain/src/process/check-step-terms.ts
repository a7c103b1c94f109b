import type { Fault } from '@motcua/kernel';
import type { ProcessDefinition } from './process-definition.js';
import { longestWay } from './step-terms.js';

const hours = (minutes: number, decimal: string): string => String(Math.round(minutes / 6) / 10).replace('.', decimal);

/** What the steps of a definition may take together, beside what is promised for the procedure's version. */
interface TermCheck {
  /** Working minutes along the longest way. */
  readonly stepsMinutes: number;
  /** Null where the version was not announced yet, so that nobody can tell. */
  readonly promisedMinutes: number | null;
  readonly fits: boolean | null;
}

export function checkStepTerms(definition: ProcessDefinition, promisedMinutes: number | null): TermCheck {
  const { minutes } = longestWay(definition);
  return { stepsMinutes: minutes, promisedMinutes, fits: promisedMinutes === null ? null : minutes <= promisedMinutes };
}

/** The step terms add up to no more than the promised term (R17), along no way through the process. */
export function stepTermFaults(definition: ProcessDefinition, promisedMinutes: number | null): Fault[] {
  const { fits } = checkStepTerms(definition, promisedMinutes);
  if (fits !== false || promisedMinutes === null) return [];
  const { minutes, steps } = longestWay(definition);
  return [
    {
      pointer: '/steps',
      code: 'PROCESS.TERMS_EXCEED_PROMISE',
      detail: {
        vi: `Các bước ${steps.join(', ')} cộng lại ${hours(minutes, ',')} giờ làm việc, thời hạn cam kết là ${hours(promisedMinutes, ',')} giờ.`,
        en: `The steps ${steps.join(', ')} add up to ${hours(minutes, '.')} working hours, the promised term is ${hours(promisedMinutes, '.')}.`,
      },
    },
  ];
}
