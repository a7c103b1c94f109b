/** The issuer does not tell its keys now, and none are known that could do. It says nothing about a token. */
export class KeysAway extends Error {
  override readonly name = 'KeysAway';
}
