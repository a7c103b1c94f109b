/** `mau@example.test` → `m***@example.test`. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at > 0 ? `${first}***${address.slice(at)}` : '***';
}

/** A name fit for a header: no control characters, hence no second header. */
export const headerText = (text: string): string => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
