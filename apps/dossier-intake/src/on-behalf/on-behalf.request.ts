import { Text, Uuid } from '@motcua/platform';

/** Who asked an office for something, and the paper that proves it. */
export class OnBehalfRequest {
  @Text({ optional: true, max: 200, description: "An officer's request only: name of the person who asked" })
  readonly askedBy?: string;

  @Uuid({
    optional: true,
    description: "An officer's request only: id of the signed request, a file attached as VAN-BAN-DE-NGHI",
  })
  readonly signedRequest?: string;
}
