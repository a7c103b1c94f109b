import { DossierPostedV1, DossierPostFailedV1 } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import type { DossierChange, Told } from './dossier-change.js';

const common = ({ after }: DossierChange) => ({
  dossierId: after.id,
  code: after.code ?? '',
  applicantRef: after.applicantRef,
});

/** Events of what the post does with a result. */
export const TOLD_OF_POST = {
  postTaken: (change: DossierChange, { trackingNumber, postage }: Told['postTaken']) => ({
    contract: DossierPostedV1,
    data: {
      ...common(change),
      trackingNumber,
      postage,
      postedAt: withOffset(change.at),
    } satisfies DossierPostedV1,
  }),
  postFailed: (change: DossierChange, { trackingNumber, collectAt }: Told['postFailed']) => ({
    contract: DossierPostFailedV1,
    data: {
      ...common(change),
      trackingNumber,
      failedAt: withOffset(change.at),
      collectAt,
    } satisfies DossierPostFailedV1,
  }),
};
