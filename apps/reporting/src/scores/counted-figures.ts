import { Nested } from '@motcua/platform';
import { DigitisationFigures } from './digitisation-figures.js';
import { OnlineServicesFigures } from './online-services-figures.js';
import { PaymentFigures } from './payment-figures.js';
import { ProgressFigures } from './progress-figures.js';
import { SatisfactionFigures } from './satisfaction-figures.js';
import { TransparencyFigures } from './transparency-figures.js';

/** Counted figures by group; a group that is absent is not scored. */
export class CountedFigures {
  @Nested(() => ProgressFigures, { optional: true }) readonly progress?: ProgressFigures;
  @Nested(() => PaymentFigures, { optional: true }) readonly payment?: PaymentFigures;
  @Nested(() => DigitisationFigures, { optional: true }) readonly digitisation?: DigitisationFigures;
  @Nested(() => SatisfactionFigures, { optional: true }) readonly satisfaction?: SatisfactionFigures;
  @Nested(() => TransparencyFigures, { optional: true }) readonly transparency?: TransparencyFigures;
  @Nested(() => OnlineServicesFigures, { optional: true }) readonly onlineServices?: OnlineServicesFigures;
}
