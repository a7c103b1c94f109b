/** The supplement request, before or after the acceptance, from which on a dossier counts as overdue in Decision 766. @rule R10 */
export const OVERDUE_FROM_SUPPLEMENT = 2;

/**
 * Whether so many supplement requests, before and after the acceptance, make a dossier count as overdue in Decision 766: the
 * second one does, whoever asked and however soon it was answered.
 * @rule R10
 */
export const countsAsOverdueBy = (supplementRequests: number): boolean => supplementRequests >= OVERDUE_FROM_SUPPLEMENT;
