import { Text } from '@motcua/platform';

/** Why a change says otherwise what holds on days that are over. */
export const CorrectionReason = (): ReturnType<typeof Text> =>
  Text({
    optional: true,
    nullable: true,
    max: 1000,
    description: 'Needed where the change says otherwise what held on days that are over: why that was wrong',
  });
