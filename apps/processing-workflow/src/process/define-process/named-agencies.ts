import type { ProcessStep } from '@motcua/processing-domain';

/** The agencies that a definition names by identifier, each with its pointer. */
export const namedAgencies = (steps: readonly ProcessStep[]): { agency: string; pointer: string }[] =>
  steps
    .flatMap((step, i) =>
      step.kind === 'consultation'
        ? step.ask.map(({ agency }, j) => ({ agency, pointer: `/steps/${i}/ask/${j}/agency` }))
        : [{ agency: step.agency ?? 'competent', pointer: `/steps/${i}/agency` }],
    )
    .filter(({ agency }) => agency !== 'competent' && agency !== 'receiving');
