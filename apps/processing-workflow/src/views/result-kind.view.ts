import { OneOf } from '@motcua/platform';
import { type Decision, DECISIONS } from '@motcua/processing-domain';
import { NamedCodeView } from './named-code.view.js';

export class ResultKindView extends NamedCodeView {
  @OneOf(DECISIONS, { description: 'Only results of the decision that was taken are signed' })
  readonly decision!: Decision;
}
