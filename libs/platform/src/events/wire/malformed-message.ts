/** A message that is no CloudEvent of ours: somebody else wrote to the topic. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}
