/** The post did not answer, or nothing that can be read: it is asked again. */
export class PostUnavailable extends Error {}
