import { TariffLinesShape } from '../shapes/tariff-lines.shape.js';

export class SetTariffRequest extends TariffLinesShape {}
