/** Why an address may not be asked; undefined where it may. */
type HostObjection = 'notListed' | 'notSecure';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function hostOf({ hostname, port, protocol }: URL): string {
  const usual = protocol === 'http:' ? '80' : '443';
  return `${hostname.toLowerCase()}:${port === '' ? usual : port}`;
}

/** The hosts that papers may be fetched from, as `host:port,host:port`. */
export class AllowedHosts {
  private readonly listed: readonly string[];

  constructor(
    hosts: string | undefined,
    /** On a developer's machine a host without a domain, such as a container, may be plain http as well. */
    private readonly development: boolean,
  ) {
    this.listed = (hosts ?? '')
      .toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== '');
  }

  objectionTo(url: URL): HostObjection | undefined {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'notListed';
    if (url.username !== '' || url.password !== '') return 'notListed';
    const host = hostOf(url);
    if (!this.listed.some((one) => one === host || (!/:\d+$/.test(one) && `${one}:443` === host))) return 'notListed';
    if (url.protocol === 'https:') return undefined;
    return LOOPBACK.test(url.hostname) || (this.development && !url.hostname.includes('.')) ? undefined : 'notSecure';
  }
}
