/**
 * Whether a path is let through: as it stands, without segments that mean another path further on, and not to the
 * metrics of a service, however they are spelt.
 */
export function passes(url: string): boolean {
  const path = url.split('?', 1)[0] as string;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  const segments = decoded.split(/[/\\]/).slice(1);
  if (segments.some((segment) => segment === '.' || segment === '..')) return false;
  return segments.filter((segment) => segment !== '')[1]?.toLowerCase() !== 'metrics';
}
