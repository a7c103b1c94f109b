import { Signer as PdfSigner } from '@signpdf/utils';
import forge from 'node-forge';
import { type DigestSigner, forgeKey } from './signing-key.js';

const { oids } = forge.pki;

/** A detached CMS signature (RFC 5652) over any content, with its time and its certificates. */
export class DetachedCms extends PdfSigner {
  constructor(private readonly signer: DigestSigner) {
    super();
  }

  /** What is signed is known once the message is made, and who signs may be far away: so it is made twice. */
  override async sign(content: Buffer, signingTime = new Date()): Promise<Buffer> {
    const wanted: Buffer[] = [];
    this.message(content, signingTime, (digest) => {
      wanted.push(digest);
      return Buffer.alloc(0);
    });
    const [digest] = wanted;
    if (!digest) throw new Error('a message has something to sign');
    const signature = await this.signer.signDigest(digest);
    const message = this.message(content, signingTime, () => signature);
    return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'binary');
  }

  private message(content: Buffer, signingTime: Date, sign: (digest: Buffer) => Buffer) {
    const { certificates } = this.signer;
    const [own] = certificates;
    if (own === undefined) throw new Error('a signer has a certificate');
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(content.toString('binary'));
    for (const certificate of certificates) message.addCertificate(certificate);
    message.addSigner({
      key: forgeKey(sign),
      certificate: own,
      digestAlgorithm: oids['sha256'] as string,
      authenticatedAttributes: [
        { type: oids['contentType'] as string, value: oids['data'] },
        { type: oids['signingTime'] as string, value: signingTime as unknown as string },
        { type: oids['messageDigest'] as string },
      ],
    });
    message.sign({ detached: true });
    return message;
  }
}
