/** Short addresses of pages for everybody, which stand on paper, with the service that serves each below its own name. */
export const PUBLIC_PAGES: ReadonlyMap<string, string> = new Map([
  ['tra-cuu', 'intake'],
  ['bien-lai', 'payment'],
]);

/** The path as its service knows it: `/tra-cuu/…` is `/intake/tra-cuu/…`; any other stays as it is. */
export function pathOfService(url: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
  const service = PUBLIC_PAGES.get(first);
  return service === undefined ? url : `/${service}${url}`;
}
