import { Signer as PdfSigner } from '@signpdf/utils';
import forge from 'node-forge';
import { type DevelopmentKey } from './development-key.js';
import { signingKey } from './signing-key.js';

const { oids } = forge.pki;

/** A detached CMS signature (RFC 5652) with its time and its certificate. The RSA operation is Node's own. */
export class DetachedCms extends PdfSigner {
  constructor(private readonly key: DevelopmentKey) {
    super();
  }

  override sign(content: Buffer, signingTime = new Date()): Promise<Buffer> {
    const { privateKey, certificate } = this.key;
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(content.toString('binary'));
    message.addCertificate(certificate);
    message.addSigner({
      key: signingKey(privateKey),
      certificate,
      digestAlgorithm: oids['sha256'] as string,
      authenticatedAttributes: [
        { type: oids['contentType'] as string, value: oids['data'] },
        { type: oids['signingTime'] as string, value: signingTime as unknown as string },
        { type: oids['messageDigest'] as string },
      ],
    });
    message.sign({ detached: true });
    return Promise.resolve(Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'binary'));
  }
}
