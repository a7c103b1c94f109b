interface Holder {
  readonly agency: string;
  readonly officerName: string | null;
}

/**
 * Whether the applicant is told who holds the dossier now. Not where the change of status tells it anyway (it is told when
 * the processing begins), nor while a task of the same agency waits for an officer.
 */
export const isHandedOver = (before: Holder & { readonly status: string | null }, now: Holder): boolean =>
  before.status === 'processing' &&
  (now.agency !== before.agency || (now.officerName !== null && now.officerName !== before.officerName));
