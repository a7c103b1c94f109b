/** The portal answers nobody: what is left is asked later. */
export class PortalAway extends Error {}
