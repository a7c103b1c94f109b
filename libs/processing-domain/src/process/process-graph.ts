import { firstStepOf, nextOf, type ProcessDefinition, type ProcessStep } from './process-definition.js';

const stepsAfter = (step: ProcessStep | undefined): string[] =>
  step ? nextOf(step).filter((to): to is string => to !== null) : [];

/** Codes of the steps from which some way leads to the end. */
export function leadingToTheEnd(steps: readonly ProcessStep[]): Set<string> {
  const found = new Set<string>();
  for (let grew = true; grew;) {
    const before = found.size;
    for (const step of steps) if (nextOf(step).some((to) => to === null || found.has(to))) found.add(step.code);
    grew = found.size > before;
  }
  return found;
}

/** Codes of the steps to which some way leads from the first one. */
export function reachable(steps: readonly ProcessStep[]): Set<string> {
  const found = new Set<string>(steps.slice(0, 1).map(({ code }) => code));
  for (const code of found) for (const to of stepsAfter(steps.find((step) => step.code === code))) found.add(to);
  return found;
}

/**
 * The ways forward, by code: what leads back to a step that is on the way from the first one already (a send-back) is left
 * out, so that what is left has no circle. Looked at in the order of the outcomes.
 */
export function forwardEdges(definition: ProcessDefinition): Map<string, string[]> {
  const { steps } = definition;
  const byCode = new Map(steps.map((step) => [step.code, step]));
  const edges = new Map<string, string[]>();
  const onTheWay = new Set<string>();
  const visit = (code: string): void => {
    if (edges.has(code)) return;
    const forward: string[] = [];
    edges.set(code, forward);
    onTheWay.add(code);
    for (const to of stepsAfter(byCode.get(code))) {
      if (onTheWay.has(to) || !byCode.has(to)) continue;
      forward.push(to);
      visit(to);
    }
    onTheWay.delete(code);
  };
  visit(firstStepOf(definition).code);
  return edges;
}
