import type { PortalDossierReceivedV1, Plain } from '@motcua/contracts';
import type { DossierStatus } from '@motcua/dossier-domain';
import { Unchanged } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { giveDelivered } from './give-delivered.js';
import type { DeliveredApplicant } from './delivered-applicant.js';
import { deliveredFile } from './delivered-file.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

interface ChangeDelivered extends DossierCommand {
  readonly delivered: Plain<PortalDossierReceivedV1>;
  readonly applicant: DeliveredApplicant;
  /** The identity number as it may be stored. */
  readonly sealedNumber: string;
  readonly applicantRef: string;
}

const NOTHING = { status: 204, headers: {}, body: null };
const OPEN: readonly DossierStatus[] = ['registered', 'paymentRequired', 'supplementRequired'];

/** A citizen changed a dossier at the portal before it was accepted here: its papers and what it says of the applicant. @rule R22 */
export const CHANGE_DELIVERED: DossierDecision<ChangeDelivered, object, null> = {
  scope: null,
  decide: (facts, { delivered, applicant, sealedNumber, applicantRef }, now) => {
    const { dossier: before, files } = facts;
    // Of two that met, the acceptance was first: what the officer has seen stands.
    if (before.acceptedAt !== null || !OPEN.includes(before.status)) return new Unchanged(NOTHING);
    const { kind, identity, fullName, phone, email, address, deliveryAddress } = applicant;
    // What an office scanned stays beside what the citizen gives.
    const removed = files.filter(
      ({ supplement, uploadedBy }) => supplement === null && uploadedBy === NATIONAL_PORTAL.subject,
    );
    const added = delivered.files.map((file) => deliveredFile(before.id, null, now, file));
    const after = changed(before, {
      applicantRef,
      applicant: { kind, identityType: identity.type, identityNumber: sealedNumber, fullName, phone, email, address },
      delivery: { method: delivered.deliveryMethod, address: deliveryAddress },
    });
    const change = {
      before,
      after,
      at: now,
      actor: NATIONAL_PORTAL.subject,
      facts: [{ action: 'changedAtPortal', detail: { revision: delivered.revision, files: added.length } }] as const,
      filesAdded: added,
      filesRemoved: removed,
      applicantChanged: true,
    };
    return before.status === 'supplementRequired' ? giveDelivered(facts, change, added, now) : change;
  },
  answer: () => NOTHING,
};
