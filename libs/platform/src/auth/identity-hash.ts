import { createHmac } from 'node:crypto';

/** `applicantRef`: what stands for a person in events, logs and indexes. Keyed, so that the few existing numbers cannot be tried. */
export const identityHash = (key: string, type: string, number: string): string =>
  createHmac('sha256', key).update(`${type}:${number.trim().toUpperCase()}`).digest('base64url');
