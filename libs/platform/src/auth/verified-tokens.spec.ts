import type { Actor } from './actor.js';
import { VerifiedTokens } from './verified-tokens.js';

const CLERK: Actor = { subject: 'clerk', clientId: 'portal', scopes: [], roles: [] };
const MINUTE = 60_000;

describe('tokens that were just verified', () => {
  let now: number;
  let tokens: VerifiedTokens;
  beforeEach(() => {
    now = 1_800_000_000_000;
    tokens = new VerifiedTokens(() => now, 3);
  });

  it('say who acts for a minute, and are then checked anew', () => {
    tokens.remember('token', CLERK, now + 60 * MINUTE);
    now += MINUTE - 1;
    expect(tokens.actorOf('token')).toBe(CLERK);
    now += 1;
    expect(tokens.actorOf('token')).toBeUndefined();
  });

  it('say nothing from their expiry on', () => {
    tokens.remember('token', CLERK, now + 10_000);
    now += 9_999;
    expect(tokens.actorOf('token')).toBe(CLERK);
    now += 1;
    expect(tokens.actorOf('token')).toBeUndefined();
  });

  it('are known by all of their text', () => {
    tokens.remember('token', CLERK, now + MINUTE);
    expect(tokens.actorOf('tokem')).toBeUndefined();
  });

  it('are forgotten, the oldest first, when there are too many', () => {
    for (const token of ['a', 'b', 'c', 'd']) tokens.remember(token, CLERK, now + MINUTE);
    expect(['a', 'b', 'c', 'd'].filter((token) => tokens.actorOf(token))).toEqual(['b', 'c', 'd']);
    const many = new VerifiedTokens(() => now);
    for (let token = 0; token <= 10_000; token++) many.remember(String(token), CLERK, now + MINUTE);
    expect(many.actorOf('0')).toBeUndefined();
    expect(many.actorOf('1')).toBe(CLERK);
  });

  it('are not forgotten for one that is asked for after its expiry', () => {
    for (const [token, expiresAt] of [
      ['a', MINUTE],
      ['b', 1_000],
      ['c', MINUTE],
    ] as const)
      tokens.remember(token, CLERK, now + expiresAt);
    now += 1_000;
    expect(tokens.actorOf('b')).toBeUndefined();
    tokens.remember('d', CLERK, now + MINUTE);
    expect(tokens.actorOf('a')).toBe(CLERK);
  });
});
