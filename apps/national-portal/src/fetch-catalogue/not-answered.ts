/** The portal answered nothing: the look goes on later. */
export class NotAnswered extends Error {}
