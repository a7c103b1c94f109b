import { generateKeyPair, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';

export interface DevelopmentKey {
  /** PKCS#12 with the private key and its own certificate. */
  readonly p12: Buffer;
  readonly passphrase: string;
}

const SUBJECT = [
  { name: 'commonName', value: 'motcua development signer' },
  { name: 'organizationName', value: 'motcua' },
  { name: 'countryName', value: 'VN' },
];

const generate = promisify(generateKeyPair);

async function makeKey(): Promise<DevelopmentKey> {
  const { privateKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  // The story clock may stand anywhere near today.
  certificate.validity.notBefore = new Date('2020-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2049-12-31T23:59:59Z');
  certificate.setSubject(SUBJECT);
  certificate.setIssuer(SUBJECT);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  const passphrase = randomBytes(24).toString('base64url');
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256' });
  return { p12: Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'), passphrase };
}

const read = async (file: string): Promise<DevelopmentKey | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { p12, passphrase } = JSON.parse(text) as { p12: string; passphrase: string };
  return { p12: Buffer.from(p12, 'base64'), passphrase };
};

/** The key in this folder, made at the first use; two processes that begin at once agree on one. */
export async function developmentKey(folder: string): Promise<DevelopmentKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'development-signer.json');
  const kept = await read(file);
  if (kept) return kept;
  const made = await makeKey();
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(JSON.stringify({ passphrase: made.passphrase, p12: made.p12.toString('base64') }));
  await handle.sync();
  await handle.close();
  // A whole file appears or none, and the first one stays.
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await read(file)) ?? made;
}
