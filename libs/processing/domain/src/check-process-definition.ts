import { type Fault, type Localized, Refusal } from '@motcua/kernel';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';

const repeated = (codes: readonly string[], i: number): boolean => codes.indexOf(codes[i] ?? '') < i;

const fault = (pointer: string, code: string, vi: string, en: string): Fault => {
  const detail: Localized = { vi, en };
  return { pointer, code, detail };
};

/** Codes of the steps from which some way leads to the end. */
const leadingToTheEnd = (steps: readonly ProcessStep[]): Set<string> => {
  const found = new Set<string>();
  for (let grew = true; grew;) {
    const before = found.size;
    for (const { code, outcomes } of steps)
      if (outcomes.some(({ to }) => to === null || found.has(to))) found.add(code);
    grew = found.size > before;
  }
  return found;
};

const reachable = (steps: readonly ProcessStep[]): Set<string> => {
  const found = new Set<string>(steps.slice(0, 1).map(({ code }) => code));
  for (const code of found) {
    for (const { to } of steps.find((step) => step.code === code)?.outcomes ?? []) if (to !== null) found.add(to);
  }
  return found;
};

function outcomeFaults({ outcomes, role }: ProcessStep, at: string, known: readonly string[]): Fault[] {
  const codes = outcomes.map(({ code }) => code);
  return outcomes.flatMap(({ to, signs }, j) => [
    ...(repeated(codes, j)
      ? [fault(`${at}/outcomes/${j}/code`, 'PROCESS.OUTCOME_TWICE', 'Mã kết quả bị lặp.', 'This code appears twice.')]
      : []),
    ...(to !== null && !known.includes(to)
      ? [fault(`${at}/outcomes/${j}/to`, 'PROCESS.STEP_UNKNOWN', 'Không có bước này.', 'There is no such step.')]
      : []),
    ...(signs === true && role !== 'leader'
      ? [
          fault(
            `${at}/outcomes/${j}/signs`,
            'PROCESS.SIGNER_NOT_LEADER',
            'Chỉ bước của lãnh đạo mới được ký.',
            'Only a step of a leader can sign.',
          ),
        ]
      : []),
  ]);
}

/**
 * A definition by which every case can start and every case can end. @throws Refusal PROCESS.INVALID with every fault and
 * its pointer
 */
export function checkProcessDefinition({ steps }: ProcessDefinition): void {
  const codes = steps.map(({ code }) => code);
  const [ends, reached] = [leadingToTheEnd(steps), reachable(steps)];
  const faults = steps.flatMap((step, i) => {
    const at = `/steps/${i}`;
    return [
      ...(repeated(codes, i)
        ? [fault(`${at}/code`, 'PROCESS.STEP_TWICE', 'Mã bước bị lặp.', 'This code appears twice.')]
        : []),
      ...(reached.has(step.code)
        ? []
        : [fault(at, 'PROCESS.STEP_UNREACHABLE', 'Không có đường nào tới bước này.', 'No way leads to this step.')]),
      ...(ends.has(step.code)
        ? []
        : [fault(at, 'PROCESS.STEP_ENDLESS', 'Từ bước này không thể kết thúc.', 'No way leads from here to the end.')]),
      ...outcomeFaults(step, at, codes),
    ];
  });
  if (faults.length > 0) throw new Refusal('PROCESS.INVALID', {}, faults);
}
