import { createHmac, timingSafeEqual } from 'node:crypto';
import { cursorRefusal } from '../database/keyset.js';

const SIGNATURE_BYTES = 9;
const SIGNATURE_LENGTH = (SIGNATURE_BYTES / 3) * 4;

/** A list as it was asked for: its path and its filters, in one order, without where in it a page lies. */
function listOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://host');
  searchParams.delete('cursor');
  searchParams.delete('limit');
  searchParams.sort();
  return `${pathname}?${searchParams.toString()}`;
}

/**
 * Signs the cursors that leave, and takes only those that it signed for the same list with the same filters: what a
 * client made up or changed reaches no statement. The reach of the caller is no part of it, it is looked at anew each time.
 */
export class CursorSigner {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = createHmac('sha256', secret).update('motcua cursors').digest();
  }

  sign(url: string, cursor: string): string {
    return `${this.signature(url, cursor).toString('base64url')}${cursor}`;
  }

  /** @throws Refusal REQUEST.PARAMETER_INVALID for what was not signed for this list */
  verified(url: string, signed: string): string {
    const [signature, cursor] = [signed.slice(0, SIGNATURE_LENGTH), signed.slice(SIGNATURE_LENGTH)];
    const given = Buffer.from(signature, 'base64url');
    const due = this.signature(url, cursor);
    if (given.length !== due.length || !timingSafeEqual(given, due)) throw cursorRefusal();
    return cursor;
  }

  private signature(url: string, cursor: string): Buffer {
    return createHmac('sha256', this.key)
      .update(`${listOf(url)}\n${cursor}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}
