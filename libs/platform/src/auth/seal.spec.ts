import { openEnvelope, openText, sealEnvelope, sealText } from './seal.js';

const SECRET = 'sealing-key-of-the-spec-0000000000000';
const NUMBER = '051199000017';

describe('sealing', () => {
  it('gives back what was sealed, and never seals twice alike', () => {
    const [one, other] = [sealText(SECRET, NUMBER), sealText(SECRET, NUMBER)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').includes(NUMBER)).toBe(false);
    expect([openText(SECRET, one), openText(SECRET, other)]).toEqual([NUMBER, NUMBER]);
  });

  it('opens what was sealed by an earlier build: what is stored stays readable', () => {
    expect(openText(SECRET, 'Paei49hDbT+klhO0GHUmH/ltbdIfZkFiWffO0jePrE0Kc8X3eXIm8g==')).toBe(NUMBER);
  });

  it('opens nothing that was altered or sealed with another secret', () => {
    const sealed = Buffer.from(sealText(SECRET, NUMBER), 'base64');
    expect(() => openText(`${SECRET}x`, sealed.toString('base64'))).toThrow();
    sealed[14]! ^= 1;
    expect(() => openText(SECRET, sealed.toString('base64'))).toThrow();
  });

  it('opens with a secret used before, and seals with the newest', () => {
    const [older, newer] = [SECRET, `newer-${SECRET}`];
    const both = `${newer},${older}`;
    expect(openText(both, sealText(older, NUMBER))).toBe(NUMBER);
    expect(openText(newer, sealText(both, NUMBER))).toBe(NUMBER);
    expect(() => openText(older, sealText(both, NUMBER))).toThrow();
    expect(openEnvelope(both, sealEnvelope(older, { a: 1 }))).toEqual({ a: 1 });
    expect(openEnvelope(newer, sealEnvelope(both, { a: 1 }))).toEqual({ a: 1 });
  });

  it('seals an applicant under a key of its own, so that destroying the key destroys the content', () => {
    const content = { fullName: 'Nguyễn Thị Mẫu', email: null };
    const envelope = sealEnvelope(SECRET, content);
    expect(openEnvelope(SECRET, envelope)).toEqual(content);
    const { wrappedKey } = sealEnvelope(SECRET, content);
    expect(() => openEnvelope(SECRET, { ...envelope, wrappedKey })).toThrow();
  });
});
