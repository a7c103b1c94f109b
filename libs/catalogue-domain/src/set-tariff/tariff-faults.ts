import type { Fault, Localized } from '@motcua/kernel';
import type { TariffLine } from './tariff.js';

interface TariffSurroundings {
  /** Codes of the variants of every version that dossiers may be of. */
  readonly variants: ReadonlySet<string>;
  /** Whether dossiers may already be submitted: then no amount may be open. */
  readonly announced: boolean;
}

const overlap = (a: TariffLine, b: TariffLine): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);

const shareApplicants = (a: TariffLine, b: TariffLine): boolean =>
  a.applicants == null || b.applicants == null || a.applicants.some((kind) => b.applicants?.includes(kind));

/** Everything wrong with a tariff's lines beyond the shape of their fields. @rule R16 */
export function tariffFaults(lines: readonly TariffLine[], { variants, announced }: TariffSurroundings): Fault[] {
  return lines.flatMap((line, at) => {
    const faults: Fault[] = [];
    const add = (member: string, code: string, detail: Localized): void =>
      void faults.push({ pointer: `/lines/${at}${member}`, code, detail });
    if (line.validTo !== null && line.validTo <= line.validFrom) {
      add('/validTo', 'WINDOW_EMPTY', {
        vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu.',
        en: 'The first day without the line must be after its first day.',
      });
    }
    if (line.variant !== null && !variants.has(line.variant)) {
      add('/variant', 'VARIANT_UNKNOWN', {
        vi: `Thủ tục không có trường hợp ${line.variant}.`,
        en: `The procedure has no variant ${line.variant}.`,
      });
    }
    const { minimum = null, maximum = null } = line.measure ?? {};
    if (minimum !== null && maximum !== null && minimum > maximum) {
      add('/measure/maximum', 'LIMITS_CROSSED', {
        vi: 'Mức tối đa phải từ mức tối thiểu trở lên.',
        en: 'The maximum must not be less than the minimum.',
      });
    }
    if (line.amount === null && announced) {
      add('/amount', 'AMOUNT_NOT_SET', {
        vi: 'Thủ tục đã công bố: phải có số tiền.',
        en: 'The procedure has been announced: an amount is needed.',
      });
    }
    if (new Set(line.channels).size < line.channels.length) {
      add('/channels', 'CHANNEL_TWICE', {
        vi: 'Một hình thức nộp được ghi hai lần.',
        en: 'A channel is listed twice.',
      });
    }
    const earlier = lines.slice(0, at).findIndex((other) => {
      const sameVariant = other.variant === null || line.variant === null || other.variant === line.variant;
      return (
        other.code === line.code &&
        sameVariant &&
        shareApplicants(other, line) &&
        other.channels.some((channel) => line.channels.includes(channel)) &&
        overlap(other, line)
      );
    });
    if (earlier >= 0) {
      add('/validFrom', 'WINDOWS_OVERLAP', {
        vi: `Trùng thời gian với dòng ${earlier} cùng mã, trường hợp và hình thức nộp.`,
        en: `Overlaps line ${earlier} of the same code, variant and channel.`,
      });
    }
    return faults;
  });
}
