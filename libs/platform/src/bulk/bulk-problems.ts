import { type Fault, Refusal } from '@motcua/kernel';
import type { ProblemTable } from '../http/problem.js';

/** So many at once, at most. */
export const MOST_ITEMS = 10_000;

/** A page of a filter's selection. */
export const MOST_ITEMS_A_PAGE = 500;

export type BulkCode = 'BULK.PREVIEW_UNFINISHED' | 'BULK.SELECTION_EMPTY' | 'BULK.TOO_MANY_ITEMS' | 'BULK.ONE_BY_ONE';

/** How these refusals are shown, in every service. */
export const BULK_PROBLEMS: ProblemTable<BulkCode> = {
  'BULK.SELECTION_EMPTY': { status: 422, title: { vi: 'Không có mục nào được chọn', en: 'Nothing is selected' } },
  'BULK.TOO_MANY_ITEMS': { status: 422, title: { vi: 'Chọn quá nhiều mục', en: 'Too many items are selected' } },
  'BULK.PREVIEW_UNFINISHED': {
    status: 409,
    title: { vi: 'Bản xem trước chưa hoàn thành', en: 'The preview is not finished' },
    retryAfter: 2,
  },
  'BULK.ONE_BY_ONE': {
    status: 409,
    title: { vi: 'Thao tác này phải thực hiện với từng hồ sơ', en: 'This is done one by one' },
  },
};

const at = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

export const emptySelection = (pointer: string): Refusal<BulkCode> =>
  new Refusal<BulkCode>('BULK.SELECTION_EMPTY', {}, [
    at(pointer, 'SELECTION_EMPTY', 'Không có mục nào được chọn.', 'Nothing is selected by this.'),
  ]);

export const tooManyItems = (pointer: string): Refusal<BulkCode> =>
  new Refusal<BulkCode>('BULK.TOO_MANY_ITEMS', { most: MOST_ITEMS }, [
    at(
      pointer,
      'TOO_MANY_ITEMS',
      `Vượt quá ${MOST_ITEMS} mục; đề nghị thu hẹp bộ lọc.`,
      `More than ${MOST_ITEMS}; narrow the filter.`,
    ),
  ]);

export const unfinishedPreview = (): Refusal<BulkCode> =>
  new Refusal<BulkCode>('BULK.PREVIEW_UNFINISHED', {}, [
    at('/preview', 'PREVIEW_UNFINISHED', 'Bản xem trước chưa hoàn thành.', 'The preview is still being worked on.'),
  ]);
