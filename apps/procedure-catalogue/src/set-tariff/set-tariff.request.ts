import { CorrectionReason } from '../shapes/correction-reason.js';
import { TariffLinesShape } from '../shapes/tariff-lines.shape.js';

export class SetTariffRequest extends TariffLinesShape {
  @CorrectionReason() readonly reason: string | null = null;
}
