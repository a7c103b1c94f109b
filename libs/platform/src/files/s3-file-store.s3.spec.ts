import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { testS3 } from '@motcua/testing';
import { isTransientFault } from '../database/transient-fault.js';
import { contentPath } from './content-path.js';
import { describeFileStore, sha256Of } from './file-store-contract.fixture.js';
import type { FilesConfig } from './files.config.js';
import { openFileStore } from './open-file-store.js';
import { createS3Client } from './s3-client.js';

const { endpoint, accessKey, secretKey } = testS3();
const settings = { s3Endpoint: endpoint, s3Region: 'us-east-1', s3AccessKey: accessKey, s3SecretKey: secretKey };

async function newBucket(client: S3Client): Promise<string> {
  const Bucket = `motcua-${randomUUID()}`;
  await client.send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}
const configFor = (place: string, staging: string, more: Partial<FilesConfig> = {}): FilesConfig => ({
  place,
  staging,
  maxBytes: 1,
  ...settings,
  ...more,
});

describeFileStore('in a bucket', async () => {
  const client = createS3Client(settings);
  const [Bucket, staging] = await Promise.all([newBucket(client), mkdtemp(join(tmpdir(), 'motcua-staging-'))]);
  const keys = async (): Promise<string[]> =>
    ((await client.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(({ Key = '' }) => Key);
  const parts = async (): Promise<string[]> =>
    ((await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? []).map(({ Key = '' }) => Key);
  return {
    store: await openFileStore(configFor(`s3://${Bucket}/tinh/h48`, staging)),
    everything: async () =>
      [...(await keys()), ...(await parts()), ...(await readdir(staging))].map((key) => key.split('/').at(-1) ?? ''),
    tamper: async (sha256, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key: `tinh/h48/${contentPath(sha256)}`, Body }));
    },
    close: async () => {
      for (const key of await keys()) expect(key).toMatch(/^tinh\/h48\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
      client.destroy();
      await rm(staging, { recursive: true, force: true });
    },
  };
});

describe('a bucket in trouble', () => {
  let staging: string;
  beforeEach(async () => {
    staging = await mkdtemp(join(tmpdir(), 'motcua-staging-'));
  });
  afterEach(() => rm(staging, { recursive: true, force: true }));
  const content = (): Readable => Readable.from([Buffer.from('hồ sơ')]);

  it('that does not answer is a fault that passes: nobody gives up for it, and nothing is taken for gone', async () => {
    const store = await openFileStore(configFor('s3://motcua', staging, { s3Endpoint: 'http://127.0.0.1:9' }));
    for (const work of [
      store.put(content(), { maxBytes: 99 }),
      store.open(sha256Of('hồ sơ')),
      store.exists(sha256Of('a')),
    ]) {
      const error: unknown = await work.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'FileStoreAway' });
      expect(isTransientFault(error)).toBe(true);
    }
    expect(await readdir(staging)).toEqual([]);
  });

  it.each([
    ['a bucket that does not exist', 's3://motcua-nowhere', {}],
    ['a wrong secret', 's3://motcua', { s3SecretKey: 'wrong' }],
  ])('%s is a fault of whoever set it up, which waiting does not mend', async (_, place, more) => {
    const store = await openFileStore(configFor(place, staging, more));
    for (const work of [() => store.put(content(), { maxBytes: 99 }), () => store.open(sha256Of('hồ sơ'))]) {
      const error: unknown = await work().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect((error as { code?: string }).code).not.toBe('FILE.GONE');
      expect(isTransientFault(error)).toBe(false);
    }
  });

  it('that breaks off in the middle of a large file has nothing of it', async () => {
    const client = createS3Client(settings);
    const Bucket = await newBucket(client);
    const line = await cutLine(endpoint, 12_000_000);
    const store = await openFileStore(configFor(`s3://${Bucket}`, staging, { s3Endpoint: line.url }));
    await expect(store.put(Readable.from([randomBytes(30_000_000)]), { maxBytes: 40_000_000 })).rejects.toMatchObject({
      name: 'FileStoreAway',
    });
    expect((await client.send(new ListObjectsV2Command({ Bucket }))).KeyCount ?? 0).toBe(0);
    expect(await readdir(staging)).toEqual([]);
    line.server.close();
    client.destroy();
  });
});

/** A line to a server that is cut for good after so many bytes. */
async function cutLine(target: string, afterBytes: number): Promise<{ url: string; server: Server }> {
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(target);
  let sent = 0;
  const server = createServer((client) => {
    if (sent > afterBytes) return void client.destroy();
    const upstream = connect(Number(port), hostname);
    client.on('data', (chunk) => {
      sent += chunk.length;
      if (sent > afterBytes) client.destroy();
      else upstream.write(chunk);
    });
    upstream.pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`, server };
}
