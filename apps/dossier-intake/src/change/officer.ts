import type { OfficerReference, Plain } from '@motcua/contracts';
import type { Actor } from '@motcua/platform';

/** Who acted, as events and slips name them. */
export const officerOf = ({ subject, name }: Actor): Plain<OfficerReference> => ({ subject, name: name ?? subject });
