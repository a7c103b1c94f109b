import { describe, expect, it } from '@jest/globals';
import { AllowedHosts } from './allowed-hosts.js';

const LISTED =
  'papers.dichvucong.example, Papers.Example:8443 ,127.0.0.1:9000,localhost:9000,[::1]:9000,[2001:db8::7],10.0.0.5:80';
const objection = (address: string, development = false): string | undefined =>
  new AllowedHosts(LISTED, development).objectionTo(new URL(address));

describe('a host that papers may be fetched from', () => {
  it.each([
    'https://papers.dichvucong.example/a.pdf',
    'https://PAPERS.dichvucong.example:443/a.pdf',
    'https://papers.example:8443/a.pdf',
    'https://[2001:db8::7]/a.pdf',
    'https://[2001:0db8:0:0::7]:443/a.pdf',
    'https://10.0.0.5:80/a.pdf',
    'http://127.0.0.1:9000/a.pdf',
    'http://localhost:9000/a.pdf',
    'http://[::1]:9000/a.pdf',
    // The same address, written as one number.
    'http://2130706433:9000/a.pdf',
  ])('is that of %s', (address) => {
    expect(objection(address)).toBeUndefined();
  });

  it.each([
    'https://papers.dichvucong.example:8443/a.pdf',
    'https://papers.example/a.pdf',
    'https://evil.papers.dichvucong.example/a.pdf',
    'https://evil.papers.example:8443/a.pdf',
    'https://evilpapers.example:8443/a.pdf',
    'https://papers.dichvucong.example.evil.example/a.pdf',
    'https://papers.dichvucong.example./a.pdf',
    'https://papers.dichvucong.example@evil.example/a.pdf',
    'https://user:secret@papers.dichvucong.example/a.pdf',
    'https://evil.example/papers.dichvucong.example:443',
    'http://127.0.0.1/a.pdf',
    'http://127.0.0.2:9000/a.pdf',
    'http://0x7f000001:9001/a.pdf',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:127.0.0.1]:9000/a.pdf',
    'https://[2001:db8::8]/a.pdf',
    'ftp://papers.example:8443/a.pdf',
    'file:///etc/passwd',
    'data:application/pdf,x',
  ])('is not that of %s', (address) => {
    expect(objection(address)).toBe('notListed');
  });

  it('is asked in the clear on a loopback address alone, or on a development machine by a name without a domain', () => {
    expect(objection('http://10.0.0.5/a.pdf')).toBe('notSecure');
    const named = (development: boolean) => new AllowedHosts('portal:80,papers.example:80', development);
    expect(named(false).objectionTo(new URL('http://portal/a.pdf'))).toBe('notSecure');
    expect(named(true).objectionTo(new URL('http://portal/a.pdf'))).toBeUndefined();
    expect(named(true).objectionTo(new URL('http://papers.example/a.pdf'))).toBe('notSecure');
  });

  it.each([undefined, '', ' , '])('is none where %j is listed', (hosts) => {
    expect(new AllowedHosts(hosts, true).objectionTo(new URL('http://localhost/a.pdf'))).toBe('notListed');
  });

  it('is no host that an address has under a zone: that is no address of the web', () => {
    expect(URL.canParse('http://[fe80::1%25eth0]:9000/a.pdf')).toBe(false);
  });
});
