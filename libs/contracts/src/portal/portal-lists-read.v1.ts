import { Uuid } from '@motcua/fields';

/**
 * The national portal's lists of agencies and fields were read; which of ours they name is decided on the catalogue's register
 * as it stands, not on a copy: the catalogue answers with `register.shown`. Key: `lists`. Producer: national-portal.
 */
export class PortalListsReadV1 {
  static readonly type = 'vn.motcua.portal.lists-read.v1';
  static readonly topic = 'motcua.lists';
  static readonly snapshot = true;

  /** The look at the portal that read them. */
  @Uuid() readonly fetchId!: string;
}
