/** An option that the demo has not, or a value that it cannot have. */
export class UnknownOption extends Error {
  override readonly name = 'UnknownOption';
}
