import { createHash, verify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

const { Class, Type } = forge.asn1;

interface Captured {
  readonly rawCapture: { readonly authenticatedAttributes: forge.asn1.Asn1[]; readonly signature: string };
}

/** The digest that the signed attributes name. */
function namedDigest(attributes: readonly forge.asn1.Asn1[]): string | undefined {
  for (const { value } of attributes) {
    const [type, values] = value as forge.asn1.Asn1[];
    if (typeof type?.value !== 'string' || typeof values?.value === 'string') continue;
    if (forge.asn1.derToOid(type.value) !== forge.pki.oids['messageDigest']) continue;
    const [digest] = values?.value ?? [];
    if (typeof digest?.value === 'string') return Buffer.from(digest.value, 'binary').toString('hex');
  }
  return undefined;
}

/** Whether a detached CMS signature (RFC 5652) is one of this content by the key of this certificate (PEM). */
export function holdsFor(content: Buffer, cms: Buffer, certificate: string | undefined): boolean {
  if (certificate === undefined) return false;
  try {
    const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(cms.toString('binary'))) as unknown as Captured;
    const { authenticatedAttributes, signature } = message.rawCapture;
    const set = forge.asn1.create(Class.UNIVERSAL, Type.SET, true, authenticatedAttributes);
    const signed = Buffer.from(forge.asn1.toDer(set).getBytes(), 'binary');
    const { publicKey } = new X509Certificate(certificate);
    return (
      namedDigest(authenticatedAttributes) === createHash('sha256').update(content).digest('hex') &&
      verify('sha256', signed, publicKey, Buffer.from(signature, 'binary'))
    );
  } catch {
    // What cannot be read is no signature.
    return false;
  }
}
