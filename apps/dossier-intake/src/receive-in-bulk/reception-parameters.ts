import { type Fault, Refusal } from '@motcua/kernel';
import { actionFaults, type BulkParameters, type PlatformCode } from '@motcua/platform';
import type { RefuseDossierRequest } from '../remarks/refuse-dossier.request.js';
import type { RequestSupplementRequest } from '../remarks/request-supplement.request.js';

export const RECEPTION_ACTIONS = ['accept', 'refuse', 'requestSupplement'] as const;
export type ReceptionAction = (typeof RECEPTION_ACTIONS)[number];

/** The body of the single action, for those that have one. */
interface Bodies {
  readonly refusal?: RefuseDossierRequest;
  readonly supplementRequest?: RequestSupplementRequest;
}

const BODIES = ['refusal', 'supplementRequest'] as const;

const BODY_OF: Readonly<Record<ReceptionAction, keyof Bodies | null>> = {
  accept: null,
  refuse: 'refusal',
  requestSupplement: 'supplementRequest',
};

const notTaken = (pointer: string): Fault => ({
  pointer,
  code: 'NOT_TAKEN',
  detail: { vi: 'Thao tác này không nhận trường này.', en: 'The action does not take this.' },
});

const required = (pointer: string): Fault => ({
  pointer,
  code: 'REQUIRED',
  detail: {
    vi: 'Phải nêu nội dung của thao tác, như khi thực hiện với một hồ sơ.',
    en: 'The body of the single action is needed.',
  },
});

/**
 * What is asked of each dossier: the body of the single action. A preview has its own.
 * @throws Refusal REQUEST.INVALID where it is missing, or given to an action that does not take it
 */
export function receptionParameters(
  request: Bodies & { readonly action?: ReceptionAction; readonly preview?: string },
): BulkParameters {
  const { action, preview } = request;
  const taken = action === undefined || preview !== undefined ? null : BODY_OF[action];
  const faults = actionFaults(request);
  for (const name of BODIES) if (request[name] !== undefined && name !== taken) faults.push(notTaken(`/${name}`));
  if (taken !== null && request[taken] === undefined) faults.push(required(`/${taken}`));
  if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
  return (taken !== null && request[taken]) || {};
}
