import { currentIdentifier, type Fault, Refusal } from '@motcua/kernel';
import type { ProcessStep } from '@motcua/processing-domain';
import type { StepRequest } from './step.request.js';
import type { PlatformCode } from '@motcua/platform';

type Field = keyof StepRequest;

// What a step of each kind has beside its code and name: what it must have, what it may have.
const FIELDS: Readonly<Record<'task' | 'consultation', { must: readonly Field[]; may: readonly Field[] }>> = {
  task: { must: ['role', 'outcomes'], may: ['agency', 'term'] },
  consultation: { must: ['ask', 'to'], may: ['join', 'silence', 'opinions'] },
};
const OF_A_KIND = [...new Set(Object.values(FIELDS).flatMap(({ must, may }) => [...must, ...may]))];

const MISSING = { vi: 'Bước loại này phải có mục này.', en: 'A step of this kind must have this field.' };
const STRANGE = { vi: 'Bước loại này không có mục này.', en: 'A step of this kind has no such field.' };

function faultsOf(step: StepRequest, i: number): Fault[] {
  const { must, may } = FIELDS[step.kind ?? 'task'];
  return OF_A_KIND.flatMap((field) => {
    const pointer = `/steps/${i}/${field}`;
    if (must.includes(field) && step[field] === undefined) return [{ pointer, code: 'REQUIRED', detail: MISSING }];
    if (!must.includes(field) && !may.includes(field) && step[field] !== undefined)
      return [{ pointer, code: 'NOT_OF_THIS_KIND', detail: STRANGE }];
    return [];
  });
}

/** Agencies may be named in their legacy form (R2); what is stored names them in the current one. */
const withCurrentIdentifiers = (step: ProcessStep): ProcessStep =>
  step.kind === 'consultation'
    ? { ...step, ask: step.ask.map((one) => ({ ...one, agency: currentIdentifier(one.agency) })) }
    : { ...step, ...(step.agency !== undefined && { agency: currentIdentifier(step.agency) }) };

/** Nobody's silence holds a case up, unless the process says so. */
const withJoin = (step: ProcessStep): ProcessStep =>
  step.kind === 'consultation' ? { ...step, join: (step as Partial<typeof step>).join ?? 'deadlinePassed' } : step;

/**
 * The steps as plain objects: what is stored is what was checked, not its classes. @throws Refusal REQUEST.INVALID with every
 * field that a step of its kind lacks or cannot have
 */
export function stepsOf(steps: readonly StepRequest[]): ProcessStep[] {
  const faults = steps.flatMap(faultsOf);
  if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
  const plain = JSON.parse(JSON.stringify(steps)) as ProcessStep[];
  return plain.map(withJoin).map(withCurrentIdentifiers);
}
