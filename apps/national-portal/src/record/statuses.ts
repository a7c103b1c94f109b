import { PUBLIC_STATUSES, type PublicStatus } from '@motcua/contracts';

/** The ten national numbers, in the order of the statuses. */
export const numberOf = (status: PublicStatus): string => String(PUBLIC_STATUSES.indexOf(status) + 1);

export const statusOf = (number: string): PublicStatus | undefined => PUBLIC_STATUSES[Number(number) - 1];
