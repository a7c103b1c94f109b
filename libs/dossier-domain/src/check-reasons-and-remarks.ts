import type { Fault } from '@motcua/kernel';
import { fault, isBlank, required } from './make-fault.js';

/** What is wrong with one component or one field of the form, in words that the applicant can read (R21). */
export interface Remark {
  /** Code of the document component. */
  readonly component: string | null;
  /** Name of a paper that the procedure does not list; `withCodes` gives it a code. */
  readonly name?: string | null;
  /** JSON pointer of the field. */
  readonly field: string | null;
  readonly reason: string;
}

/** The reason of a refusal, a withdrawal or a stop: never blank. @rule R21 */
export const checkReason = (reason: string, pointer = '/reason'): Fault[] =>
  isBlank(reason) ? [required(pointer, 'lý do', 'a reason')] : [];

/** The remarks of a refusal or a supplement request: at least one; each names what is at fault, and why. @rule R21 */
export function checkRemarks(remarks: readonly Remark[], components: readonly string[], pointer: string): Fault[] {
  if (remarks.length === 0) {
    return [required(pointer, 'ít nhất một giấy tờ hoặc trường thông tin có lỗi', 'a component or a field at fault')];
  }
  return remarks.flatMap((remark, index) => [
    ...checkReason(remark.reason, `${pointer}/${index}/reason`),
    ...checkTarget(remark, components, `${pointer}/${index}`),
  ]);
}

function checkTarget({ component, field, name }: Remark, components: readonly string[], pointer: string): Fault[] {
  if (!isBlank(name)) return [];
  if (isBlank(component) && isBlank(field)) {
    return [
      required(`${pointer}/component`, 'giấy tờ hoặc trường thông tin có lỗi', 'a component or a field at fault'),
    ];
  }
  if (component === null || components.includes(component)) return [];
  return [
    fault(
      `${pointer}/component`,
      'DOSSIER.COMPONENT_UNKNOWN',
      'Thủ tục không có thành phần hồ sơ này.',
      'The procedure does not ask for this component.',
    ),
  ];
}

/**
 * The remarks of a supplement request, where a paper beyond the procedure's list is called by name: it gets a code of its
 * own, under which its file is attached. No two requests of a dossier make the same one.
 */
export const withCodes = (remarks: readonly Remark[], number: number): Remark[] =>
  remarks.map((remark, index) =>
    isBlank(remark.name) ? remark : { ...remark, component: `KHAC-${number}-${index + 1}`, name: remark.name },
  );
