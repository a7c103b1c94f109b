import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The issuer's private keys, made once and kept in the data folder, so that tokens outlive a restart. */
export async function signingKeys(folder: string): Promise<{ keys: JWK[] }> {
  const file = join(folder, 'issuer-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as { keys: JWK[] };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'development' }] };
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
