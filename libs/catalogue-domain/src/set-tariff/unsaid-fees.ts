import type { Fault } from '@motcua/kernel';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { Channel, Subject } from '../vocabulary.js';
import type { TariffLine } from './tariff.js';

/** The days `[from, until)` on which a version is in force; null: without an end. */
interface Window {
  readonly from: string;
  readonly until: string | null;
}

/**
 * What a tariff leaves unsaid about a version: free is said, never inferred. Where there are lines, each variant has one on
 * each channel and day, and be it of 0 đ; a tariff without any line says that nothing is owed at all. @rule R16
 */
export function unsaidFees(
  { variants, channels, subjects }: Pick<VersionDefinition, 'variants' | 'channels' | 'subjects'>,
  lines: readonly TariffLine[],
  window: Window,
): Fault[] {
  if (lines.length === 0) return [];
  return variants.flatMap(({ code }) =>
    channels.flatMap((channel) => {
      // Lines of one kind of applicant say nothing of the others; the first gap is told, whose it is or not.
      const gaps = subjects.map((subject) => firstGap(linesOf(lines, code, channel, subject), window));
      const gap = gaps.find((found) => found !== undefined);
      return gap ? [unsaid(code, channel, gap)] : [];
    }),
  );
}

/** The later of two days. */
export const laterDay = (one: string, other: string): string => (one > other ? one : other);

const linesOf = (lines: readonly TariffLine[], variant: string, channel: Channel, subject: Subject): TariffLine[] =>
  lines.filter(
    (line) =>
      (line.variant === null || line.variant === variant) &&
      line.channels.includes(channel) &&
      (line.applicants == null || line.applicants.includes(subject)),
  );

function firstGap(lines: readonly TariffLine[], { from, until }: Window): Window | undefined {
  let day = from;
  for (;;) {
    const covering = lines.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
    if (covering.length === 0) break;
    const ends = covering.map(({ validTo }) => validTo);
    if (ends.includes(null)) return undefined;
    day = ends.map((end) => end ?? day).reduce(laterDay);
  }
  if (until !== null && day >= until) return undefined;
  const next = lines.map(({ validFrom }) => validFrom).filter((start) => start > day);
  return { from: day, until: next.toSorted()[0] ?? null };
}

const unsaid = (variant: string, channel: Channel, { from, until }: Window): Fault => ({
  pointer: '/lines',
  code: 'FEE_NOT_SAID',
  detail: {
    vi: `Trường hợp ${variant}, hình thức ${channel}: không có dòng nào từ ngày ${from}${until === null ? '' : ` đến trước ngày ${until}`}. Nếu miễn phí, đề nghị ghi một dòng 0 đồng.`,
    en: `Variant ${variant}, channel ${channel}: no line from ${from}${until === null ? ' on' : ` until ${until}`}. Where nothing is owed, say so by a line of 0 đ.`,
  },
});
