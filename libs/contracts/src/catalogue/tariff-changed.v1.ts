import { AnyListOf, AnyText, Count } from '@motcua/fields';
import { TariffLine } from './tariff-line.js';

/** The whole tariff of a procedure, after a change (R16). Key: procedure code. Producer: procedure-catalogue. */
export class TariffChangedV1 {
  static readonly type = 'vn.motcua.tariff.changed.v1';
  static readonly topic = 'motcua.tariff';
  static readonly snapshot = true;

  @AnyText() readonly procedureCode!: string;
  @Count() readonly revision!: number;
  @AnyListOf(() => TariffLine) readonly lines!: readonly TariffLine[];
  /** Why this revision says otherwise what held on days that are over; null: it does not. Absent in events of earlier releases. */
  @AnyText({ optional: true, nullable: true }) readonly reason?: string | null;
}
