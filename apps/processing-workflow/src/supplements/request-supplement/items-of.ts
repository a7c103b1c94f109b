import { type Fault, Refusal } from '@motcua/kernel';
import type { SupplementItem } from '@motcua/processing-domain';
import type { SupplementItemRequest } from './supplement-item.request.js';
import type { PlatformCode } from '@motcua/platform';

const detail = {
  vi: 'Phải nêu thành phần hồ sơ hoặc trường thông tin cần bổ sung.',
  en: 'Name the component or the field at fault.',
};

/** Every item names what is at fault. @throws Refusal REQUEST.INVALID with each that does not @rule R21 */
export function itemsOf(items: readonly SupplementItemRequest[]): SupplementItem[] {
  const faults = items.flatMap<Fault>(({ component, name, field }, i) =>
    component == null && name == null && field == null
      ? [{ pointer: `/items/${i}`, code: 'SUBJECT_MISSING', detail }]
      : [],
  );
  if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
  return items.map(({ component = null, name, field = null, reason }) => ({
    component,
    ...(name != null && { name }),
    field,
    reason,
  }));
}
