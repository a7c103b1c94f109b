import { type Dong, type Localized, Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** What the applicant has to pay to another body because of the dossier, such as a tax or a penalty: never in our books. */
export interface OtherDue {
  readonly number: number;
  readonly name: string;
  readonly amount: Dong;
  /** The body that collects it. */
  readonly collector: string;
  /** Whether the result waits for the proof that it is paid. */
  readonly holdsBack: boolean;
  readonly proof: object | null;
  readonly cancelled: object | null;
}

const isOpen = ({ proof, cancelled }: OtherDue): boolean => proof === null && cancelled === null;

/** What is still to be paid to others, as far as anybody has proven. */
export const openDues = <Due extends OtherDue>(dues: readonly Due[]): readonly Due[] => dues.filter(isOpen);

function said(dues: readonly OtherDue[]): Localized {
  const list = dues.map(({ name, amount, collector }) => ({
    vi: `${name}: ${amount.toLocaleString('vi-VN')} đồng, nộp cho ${collector}`,
    en: `${name}: ${amount.toLocaleString('vi-VN')} đồng, payable to ${collector}`,
  }));
  return {
    vi: `${list.map(({ vi }) => vi).join('; ')}. Đề nghị xuất trình chứng từ nộp tiền.`,
    en: `${list.map(({ en }) => en).join('; ')}. Give the number of the proof of payment.`,
  };
}

/**
 * A result waits for the proof of what another body collects, where that was said to hold it back.
 * @rule R16
 * @throws Refusal DOSSIER.OTHER_DUE_UNPAID
 */
export function assertNothingHeldBack(dues: readonly OtherDue[]): void {
  const holding = openDues(dues).filter(({ holdsBack }) => holdsBack);
  if (holding.length === 0) return;
  const evidence = {
    dues: holding.map(({ number, name, amount, collector }) => ({ number, name, amount, collector })),
  };
  throw new Refusal<DossierRefusalCode>('DOSSIER.OTHER_DUE_UNPAID', evidence, [], said(holding));
}

/** The one that is meant, while it is neither proven nor taken back. @throws Refusal DOSSIER.OTHER_DUE_SETTLED */
export function openDue<Due extends OtherDue>(dues: readonly Due[], number: number): Due {
  const due = openDues(dues).find((one) => one.number === number);
  if (!due) throw new Refusal<DossierRefusalCode>('DOSSIER.OTHER_DUE_SETTLED', { number });
  return due;
}
