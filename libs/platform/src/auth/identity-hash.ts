import { createHmac } from 'node:crypto';
import { type IdentityType, identityKeyOf } from '@motcua/kernel';

/**
 * `applicantRef`: what stands for a person or an organisation in events, logs and indexes. Keyed, so that the few existing
 * numbers cannot be tried; a number has one, however it is written.
 */
export const identityHash = (key: string, type: IdentityType, number: string): string =>
  createHmac('sha256', key)
    .update(`${type}:${identityKeyOf(type, number)}`)
    .digest('base64url');
