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
  const unset = rows.flatMap((row) => row.fees).find((fee) => fee.amount === 0 && amountOf(fee) === null);
  for (const channel of CHANNELS) {
    for (const given of rows.filter((row) => row.channel === channel).flatMap((row) => row.fees)) {
      // A bare 0 beside another way's note that somebody sets the fee is no more free than that.
      const fee = given.amount === 0 && given.note.trim() === '' ? (unset ?? given) : given;
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
function namesOf({ note }: PortalFee): Pick<Draft, 'name' | 'legalBasis'> {
  const said = cleanName(note);
  const name = cleanName(said.split(/:\s|:$/)[0] ?? '');
  return {
    name: cut(name, LENGTH.fee) || 'Phí',
    legalBasis: cut(said, LENGTH.basis) || 'Theo Cổng Dịch vụ công quốc gia',
  };
}

/** Amounts of one kind in one row that are not 0. */
function alternativesIn(fees: readonly PortalFee[]): PortalFee[] {
  const owed = fees.filter((fee) => amountOf(fee) !== 0);
  return owed.filter(({ kind }) => owed.filter((other) => other.kind === kind).length > 1);
}

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
  const together = variants.flatMap(({ rows }) => rows).find(({ fees }) => alternativesIn(fees).length > 1);
  if (together) {
    const notes = alternativesIn(together.fees).map(({ note }) => `“${note}”`);
    remarks.ask('FEES_ARE_CASES', '/tariff/lines', {
      vi: `Một dòng của cổng có nhiều mức thu (${notes.join(', ')}): thường là mức của từng trường hợp, không phải thu cộng. Đề nghị xác định.`,
      en: `One row of the portal has several amounts (${notes.join(', ')}): mostly each is for a case of its own, and they are not owed together. Decide.`,
    });
  }
  if (lines.length > 0) {
    remarks.note('FEE_COLLECTION_ASSUMED', '/tariff/lines', {
      vi: 'Cổng không ghi thời điểm thu: đã lấy trước khi tiếp nhận.',
      en: 'The portal does not say when a fee is collected: before acceptance was taken.',
    });
  }
  return lines;
}
