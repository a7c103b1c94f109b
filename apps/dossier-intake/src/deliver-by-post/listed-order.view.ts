import { Uuid, Whole } from '@motcua/platform';
import { PostalOrderView } from './postal-order.view.js';

/** An order as the office sees it in its list. */
export class ListedOrderView extends PostalOrderView {
  @Uuid() readonly dossierId!: string;
  @Whole({ description: 'Requests to the post in a row without an answer' }) readonly attempts!: number;
}
