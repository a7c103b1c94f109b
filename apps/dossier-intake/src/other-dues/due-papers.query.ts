import { OneOf } from '@motcua/platform';

export class DuePapersQuery {
  @OneOf(['notice', 'proof'], { description: 'notice: of the body that collects it; proof: that it was paid' })
  readonly as!: 'notice' | 'proof';
}
