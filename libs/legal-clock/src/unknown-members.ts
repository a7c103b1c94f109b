import { pointerSegment } from '@motcua/kernel';
import type { FaultList } from './fault-list.js';

/** Refuses members that nobody knows: a misspelt one, silently ignored, would silently give another due date. */
export function refuseUnknownMembers(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  pointer: string,
  code: string,
  faults: FaultList,
): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    faults.add(`${pointer}/${pointerSegment(key)}`, code, {
      vi: `Không có thuộc tính này; các thuộc tính được phép: ${known.join(', ')}.`,
      en: `There is no such member; the members are ${known.join(', ')}.`,
    });
  }
}
