import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

const NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The parts of a list of proxies whose `X-Forwarded-For` is believed; nobody's when it is empty. */
export const trustedProxies = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Addresses, ranges, or the names that Fastify knows. A mistyped range would believe everybody, or nobody. */
export const IsTrustedProxies = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTrustedProxies',
    validator: {
      validate: (value) =>
        typeof value === 'string' && trustedProxies(value).every((part) => NAMES.has(part) || isRange(part)),
      defaultMessage: () =>
        '$property must list addresses or ranges such as 10.0.0.0/8, or loopback, linklocal, uniquelocal',
    },
  });
