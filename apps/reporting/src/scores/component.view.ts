import { Text } from '@motcua/platform';
import { Points } from './points.decorator.js';

export class ComponentView {
  @Text({ example: 'onTime' }) readonly name!: string;
  @Points({ nullable: true, description: 'Null where there is nothing to measure' }) readonly score!: number | null;
  @Points() readonly max!: number;
}
