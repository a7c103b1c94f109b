import { compareTexts } from '@motcua/kernel';
import { laterDay } from './unsaid-fees.js';

/** Days `[validFrom, validTo)`; null: without end. */
interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** Days `[from, until)` that are over. */
interface Past {
  readonly from: string;
  readonly until: string;
}

/**
 * What two states say otherwise of days that are over: the places in the later one that say something new of them, and
 * whether it leaves out what the earlier one said. A window that is cut in two without a difference differs in nothing.
 */
export function rewrittenPast<Item extends Dated>(
  before: readonly Item[],
  after: readonly Item[],
  past: Past,
): { readonly places: readonly number[]; readonly leavesOut: boolean } {
  const [was, is] = [stretchesByContent(before, past), stretchesByContent(after, past)];
  const same = (content: string): boolean => JSON.stringify(was.get(content)) === JSON.stringify(is.get(content));
  return {
    places: after.flatMap((item, at) => (same(contentOf(item)) ? [] : [at])),
    leavesOut: [...was.keys()].some((content) => !is.has(content)),
  };
}

/** The past days of each content, those that follow each other in one. */
function stretchesByContent(items: readonly Dated[], past: Past): Map<string, Stretch[]> {
  const clipped = items
    .map((item) => ({
      content: contentOf(item),
      from: laterDay(item.validFrom, past.from),
      until: item.validTo !== null && item.validTo < past.until ? item.validTo : past.until,
    }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => compareTexts(a.from, b.from));
  const found = new Map<string, Stretch[]>();
  for (const { content, from, until } of clipped) {
    const stretches = found.get(content) ?? [];
    const last = stretches.at(-1);
    if (last?.until === from) stretches.pop();
    stretches.push({ from: last?.until === from ? last.from : from, until });
    found.set(content, stretches);
  }
  return found;
}

/** All but the window; what is null and what is absent are one. */
const contentOf = ({ validFrom: _from, validTo: _to, ...content }: Dated): string => canonical(content);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted(compareTexts).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return `{${members
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([name, member]) => `${name}:${canonical(member)}`)
    .join()}}`;
}
