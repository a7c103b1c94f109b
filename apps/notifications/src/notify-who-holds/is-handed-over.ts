interface Holder {
  readonly agency: string;
  readonly officerName: string | null;
}

/**
 * Whether the applicant is told who holds the dossier now. Not for who takes the case in hand first (the change of status
 * tells it), nor while a task of the same agency waits for an officer. Decided from the case's events alone: the status
 * comes by another topic, sooner or later than they do.
 * @rule R19
 */
export const isHandedOver = (before: Holder & { readonly caseStarted: boolean }, now: Holder): boolean =>
  before.caseStarted &&
  (now.agency !== before.agency || (now.officerName !== null && now.officerName !== before.officerName));
