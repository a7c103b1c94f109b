import type { Page } from '../database/keyset.js';
import { ListOf, Text } from '@motcua/fields';

type Class<Instance extends object> = new () => Instance;

const pages = new WeakMap<object, Class<object>>();

/**
 * A page of a list as it is described, `TaskPage` for `TaskView`; the same class for the same view.
 *
 *     @ApiOkResponse({ type: PageOf(TaskView) })
 */
export function PageOf<View extends object>(view: Class<View>): Class<Page<View>> {
  const known = pages.get(view);
  if (known) return known as Class<Page<View>>;
  class ViewPage implements Page<View> {
    @ListOf(() => view) readonly items!: readonly View[];
    @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
  }
  Object.defineProperty(ViewPage, 'name', { value: `${view.name.replace(/View$/, '')}Page` });
  pages.set(view, ViewPage);
  return ViewPage;
}
