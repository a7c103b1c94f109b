import type { Remark } from '@motcua/dossier-domain';
import type { RemarkRequest } from './remark.request.js';

/** Remarks of a request as the decisions take them. */
export const remarksOf = (remarks: readonly RemarkRequest[]): Remark[] =>
  remarks.map(({ component = null, name, field = null, reason }) => ({
    component,
    ...(name != null && { name: name.normalize('NFC').trim() }),
    field,
    reason: reason.trim(),
  }));
