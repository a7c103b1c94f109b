/**
 * The life of a dossier as pure decisions: state, command and instant in; a fact or a coded `Refusal` out. The caller
 * stores state and fact together. Rule numbers are those of the domain.
 *
 * - `life/`: the ten national statuses, every legal move, what a person may do in a status;
 * - `code/`: the code of R1;
 * - `applicant/`: who applies, and which identity numbers can exist;
 * - `parties/`: who else has a part in it: co-applicants, and who hands in by an authorisation;
 * - `procedure/`: what is asked for, and how two versions differ (R14);
 * - `received/`, `digitisation/`, `reuse/`: which papers came to the counter, which were scanned, and which may stand for a
 *   component (R20);
 * - `queue/`: numbers at the counter;
 * - `linked/`: dossiers that are submitted together, and what passes on between them (liên thông);
 * - `bags/`: bags of papers and results between offices: who counts and answers for them, and where the papers of a dossier are;
 * - `postal-orders/`: results that the post brings: what it tells, and what follows from it;
 * - one folder per decision, named by what the citizen, the officer or the system does.
 */
export * from './change-supplement/cancel-supplement.js';
export * from './change-supplement/move-supplement-deadline.js';
export * from './change-supplement/standing-of-files.js';
export * from './accept-dossier/accept.js';
export * from './bags/bag.js';
export * from './bags/missing-papers.js';
export * from './bags/paper-place.js';
export * from './applicant/applicant.js';
export * from './applicant/check-applicant.js';
export * from './applicant/check-identity.js';
export * from './apply-case-status/apply-case-status.js';
export * from './code/dossier-code.js';
export * from './complete-supplement/complete-supplement.js';
export * from './demand-fee/demand-fee.js';
export * from './digitisation/is-digitised.js';
export * from './expire-supplement/refuse-when-supplement-expires.js';
export * from './life/actions.js';
export * from './life/move-not-allowed.js';
export * from './life/moves.js';
export * from './life/status-sets.js';
export * from './life/statuses.js';
export * from './linked/linked-dossiers.js';
export * from './parties/check-parties.js';
export * from './parties/parties.js';
export * from './postal-orders/postal-order.js';
export * from './received-papers/missing-components.js';
export * from './binding-version/procedure-version.js';
export * from './binding-version/version-difference.js';
export * from './queue/ticket.js';
export * from './received-papers/received-papers.js';
export * from './refusal-codes.js';
export * from './refuse-dossier/refuse.js';
export * from './check-reasons-and-remarks.js';
export * from './correspondence/send-message.js';
export * from './request-supplement/request-supplement.js';
export * from './accept-dossier/receipt-unconfirmed.js';
export * from './remind/remind.js';
export * from './return-result/assert-paid.js';
export * from './return-result/assert-returnable.js';
export * from './return-result/check-recipient.js';
export * from './return-result/return-result.js';
export * from './return-result/undo-return.js';
export * from './settle-payment/reverse-payment.js';
export * from './settle-payment/settle-payment.js';
export * from './reuse/reusable-paper.js';
export * from './submit-dossier/check-submission.js';
export * from './submit-dossier/submit.js';
export * from './withdraw-dossier/withdraw.js';
export * from './other-dues/other-dues.js';
