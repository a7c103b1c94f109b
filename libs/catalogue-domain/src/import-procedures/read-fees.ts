import { CHANNELS } from '../vocabulary.js';
import { folded } from '@motcua/kernel';
import type { TariffLine } from '../set-tariff/tariff.js';
import { cleanName, cut, LENGTH } from './clean-text.js';
import type { Remarks } from './imported-draft.js';
import type { PortalFee } from './portal-procedure.js';
import { saysFree } from './portal-words.js';
import type { TermVariant } from './read-terms.js';

type UndatedLine = Omit<TariffLine, 'validFrom'>;
type Draft = Pick<UndatedLine, 'kind' | 'name' | 'amount' | 'legalBasis'> & {
  readonly key: string;
  channels: TariffLine['channels'];
};

/** Null is "set by the provincial council", and so is 0 where its note does not say that nothing is owed. */
const amountOf = ({ amount, note }: PortalFee): number | null => (amount === 0 && !saysFree(note) ? null : amount);

function feesOf({ rows }: TermVariant): Draft[] {
  const drafts: Draft[] = [];
  for (const channel of CHANNELS) {
    for (const fee of rows.filter((row) => row.channel === channel).flatMap((row) => row.fees)) {
      const amount = amountOf(fee);
      if (amount === 0) continue;
      const key = `${fee.kind}|${String(amount)}|${folded(fee.note)}`;
      const same = drafts.find((draft) => draft.key === key);
      if (same) same.channels = [...new Set([...same.channels, channel])];
      else drafts.push({ key, kind: fee.kind, amount, channels: [channel], ...namesOf(fee) });
    }
  }
  return drafts;
}

/** A charge is told by its name: what has none is a fee. */
const namesOf = ({ note }: PortalFee): Pick<Draft, 'name' | 'legalBasis'> => {
  const said = cleanName(note);
  const name = cleanName(said.split(/:\s|:$/)[0] ?? '');
  return {
    name: cut(name, LENGTH.fee) || 'Phí',
    legalBasis: cut(said, LENGTH.basis) || 'Theo Cổng Dịch vụ công quốc gia',
  };
};

const fingerprint = (drafts: readonly Draft[]): string =>
  JSON.stringify(drafts.map(({ key, channels }) => [key, channels]).toSorted());

/** Lines of all variants; one that every variant owes alike is one line. Each amount that is not set is asked for. */
export function readFees(variants: readonly TermVariant[], remarks: Remarks): UndatedLine[] {
  const own = variants.map((variant) => ({ variant, drafts: feesOf(variant) }));
  const alike = new Set(own.map(({ drafts }) => fingerprint(drafts))).size <= 1;
  const lines = (alike ? own.slice(0, 1) : own)
    .flatMap(({ variant, drafts }) => drafts.map((draft) => ({ draft, variant: alike ? null : variant.code })))
    .map(({ draft: { key: _, ...draft }, variant }, at) => ({
      ...draft,
      code: `${draft.kind === 'phi' ? 'PHI' : 'LE-PHI'}-${at + 1}`,
      variant,
      collectedAt: 'beforeAcceptance' as const,
      validTo: null,
    }));
  lines.forEach(({ amount, legalBasis }, at) => {
    if (amount !== null) return;
    remarks.ask('FEE_NOT_SET', `/tariff/lines/${at}/amount`, {
      vi: `Mức thu chưa có hoặc do Hội đồng nhân dân quy định (“${legalBasis}”). Đề nghị cập nhật biểu phí, lệ phí.`,
      en: `The amount is not set, or is set by the provincial council (“${legalBasis}”). Set the tariff.`,
    });
  });
  if (lines.length > 0) {
    remarks.note('FEE_COLLECTION_ASSUMED', '/tariff/lines', {
      vi: 'Cổng không ghi thời điểm thu: đã lấy trước khi tiếp nhận.',
      en: 'The portal does not say when a fee is collected: before acceptance was taken.',
    });
  }
  return lines;
}
