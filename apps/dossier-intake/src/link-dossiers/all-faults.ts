import { type Fault, Refusal } from '@motcua/kernel';
import type { IntakeCode } from '../problems.js';

const OF_EACH = /^\/(procedureCode|variant|competentAgency|formData|components)(\/|$)/;

/** A fault of one of them names which; what they have in common is named once. */
const placed =
  (index: number) =>
  (fault: Fault): Fault =>
    OF_EACH.test(fault.pointer) ? { ...fault, pointer: `/dossiers/${index}${fault.pointer}` } : fault;

/** Does it for each, and refuses with the faults of all. @throws Refusal */
export function forEach<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Result[] {
  const results: Result[] = [];
  const refused: { readonly refusal: Refusal<string>; readonly faults: readonly Fault[] }[] = [];
  for (const [index, item] of items.entries()) {
    try {
      results.push(work(item));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refusal = error as Refusal<string>;
      refused.push({ refusal, faults: refusal.faults.map(placed(index)) });
    }
  }
  const [first] = refused;
  if (!first) return results;
  const faults = new Map(
    refused.flatMap((one) => one.faults).map((fault) => [`${fault.pointer} ${fault.code}`, fault]),
  );
  const { code, evidence, detail } = first.refusal;
  // Whatever code the first has, it is one that this service knows.
  throw new Refusal<IntakeCode>(code as IntakeCode, evidence, [...faults.values()], detail);
}
