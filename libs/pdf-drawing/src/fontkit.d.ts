/** What we use of it; it has no types of its own. */
declare module 'fontkit' {
  export function create(font: Uint8Array): object;
}
