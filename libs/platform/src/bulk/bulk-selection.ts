import { type Fault, Refusal } from '@motcua/kernel';
import type { BulkTarget } from './bulk-handler.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** Which ones: named one by one, found by a filter page by page, or those that a preview would have done. */
export type BulkSelection =
  | { readonly items: readonly BulkTarget[] }
  | { readonly filter: AsyncIterable<readonly BulkTarget[]> | readonly (readonly BulkTarget[])[] }
  | { readonly preview: string };

export const pointerOf = (selection: BulkSelection): string => `/${Object.keys(selection)[0] ?? ''}`;

const SELECTIONS = ['items', 'filter', 'preview'] as const;

const one = (pointer: string): Fault => ({
  pointer,
  code: 'ONE_SELECTION',
  detail: {
    vi: 'Cần đúng một trong các trường: items, filter, preview.',
    en: 'Exactly one of items, filter and preview is needed.',
  },
});

const twice = (index: number): Fault => ({
  pointer: `/items/${index}`,
  code: 'DUPLICATE',
  detail: { vi: 'Mục này đã có ở trên.', en: 'This one is named above already.' },
});

const actionFault = (code: string, vi: string, en: string): Fault => ({ pointer: '/action', code, detail: { vi, en } });

/** What is wrong with the action: it must be named, unless a preview brings its own. */
export function actionFaults({ action, preview }: { readonly action?: string; readonly preview?: string }): Fault[] {
  if (preview !== undefined && action !== undefined)
    return [actionFault('NOT_TAKEN', 'Bản xem trước đã có thao tác.', 'The preview has its action.')];
  if (preview === undefined && action === undefined)
    return [actionFault('REQUIRED', 'Phải nêu thao tác.', 'The action is needed.')];
  return [];
}

interface SelectionFields {
  readonly items?: readonly { readonly id: string }[];
  readonly filter?: object;
  readonly preview?: string;
}

/** @throws Refusal REQUEST.INVALID where not exactly one selection is given, or an item twice */
export function assertOneSelection(request: SelectionFields): void {
  const given = SELECTIONS.filter((name) => request[name] !== undefined);
  const faults = given.length === 1 ? [] : given.length === 0 ? [one('')] : given.map((name) => one(`/${name}`));
  const seen = new Set<string>();
  for (const [index, { id }] of (request.items ?? []).entries()) {
    if (seen.has(id.toLowerCase())) faults.push(twice(index));
    seen.add(id.toLowerCase());
  }
  if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
}
