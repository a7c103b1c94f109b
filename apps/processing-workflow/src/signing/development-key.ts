import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { forgeKey, rsaSignature } from './signing-key.js';

export interface DevelopmentKey {
  readonly privateKey: KeyObject;
  /** Self-signed, PEM. */
  readonly certificate: string;
}

interface StoredKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const SUBJECT = [
  { name: 'commonName', value: 'motcua development signer' },
  { name: 'organizationName', value: 'motcua' },
  { name: 'countryName', value: 'VN' },
];

const generate = promisify(generateKeyPair);

async function makeKey(): Promise<StoredKey> {
  const { privateKey, publicKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
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
  const key = createPrivateKey(privateKey);
  certificate.sign(
    forgeKey((digest) => rsaSignature(key, digest)),
    forge.md.sha256.create(),
  );
  return { privateKey, certificate: forge.pki.certificateToPem(certificate) };
}

async function read(file: string): Promise<DevelopmentKey | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { privateKey, certificate } = JSON.parse(text) as StoredKey;
  return { privateKey: createPrivateKey(privateKey), certificate };
}

async function writeIfAbsent(file: string, made: StoredKey): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(made));
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A whole file appears or none, and the first one stays.
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

/** The key in this folder, made at the first use; two processes that begin at once agree on one. */
export async function developmentKey(folder: string): Promise<DevelopmentKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'development-signer.json');
  const kept = await read(file);
  if (kept) return kept;
  await writeIfAbsent(file, await makeKey());
  return developmentKey(folder);
}
