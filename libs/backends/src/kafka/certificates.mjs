// An authority of the test run's own, and what it vouches for. Made anew for each broker: no key lies in the repository.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

const keys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

function certificate(name, subject, issuer, extensions) {
  const made = forge.pki.createCertificate();
  made.publicKey = forge.pki.publicKeyFromPem(subject.publicKey);
  made.serialNumber = `00${randomBytes(8).toString('hex')}`;
  made.validity.notBefore = new Date(Date.now() - 3_600_000);
  made.validity.notAfter = new Date(Date.now() + 86_400_000);
  made.setSubject([{ name: 'commonName', value: name }]);
  made.setIssuer([{ name: 'commonName', value: 'motcua test authority' }]);
  made.setExtensions(extensions);
  made.sign(forge.pki.privateKeyFromPem(issuer.privateKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(made);
}

/** PEM texts: the authority, the broker's key and certificate in one, and a client's in two. */
export function certificates() {
  const [authority, server, client] = [keys(), keys(), keys()];
  const ca = certificate('motcua test authority', authority, authority, [
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', keyCertSign: true },
  ]);
  const names = [
    { type: 2, value: 'localhost' },
    { type: 7, ip: '127.0.0.1' },
  ];
  const ofServer = certificate('localhost', server, authority, [{ name: 'subjectAltName', altNames: names }]);
  return {
    ca,
    server: `${server.privateKey}${ofServer}${ca}`,
    client: { key: client.privateKey, certificate: certificate('motcua', client, authority, []) },
  };
}
