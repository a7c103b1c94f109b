import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Refusal } from '@motcua/kernel';
import { contentPath } from './content-path.js';
import { type ByteRange, type FileLimits, FileStore, type StagedFile } from './file-store.js';
import { receiveFile, type ReceivedFile } from './receive-file.js';
import { s3Fault, isMissing } from './s3-faults.js';
import { verified } from './verified.js';
import type { PlatformCode } from '../refusals/platform-code.js';

interface S3Place {
  readonly bucket: string;
  /** Begins every key; empty, or with a slash at its end. */
  readonly prefix: string;
  /** Folder of this machine in which an upload lies until it is whole. */
  readonly staging: string;
}

/** Smaller files go in one request, larger ones in parts of this size, two at a time: 16 MiB of memory an upload. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * The store of a province: an S3-compatible bucket, keys `{prefix}{first two digits}/{hash}`. Content is received and
 * hashed on this machine first, so that the bucket never holds what was refused; every part goes with its checksum.
 */
export class S3FileStore extends FileStore {
  constructor(
    private readonly client: S3Client,
    private readonly place: S3Place,
  ) {
    super();
  }

  async stage(content: Readable, limits: FileLimits): Promise<StagedFile> {
    const received = await receiveFile(content, this.place.staging, limits);
    return { ...received, store: () => this.store(received) };
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const { Body } = await this.client
      .send(new GetObjectCommand({ ...this.at(sha256), ...(Range !== undefined && { Range }) }))
      .catch((error: unknown) => {
        throw isMissing(error) ? new Refusal<PlatformCode>('FILE.GONE', { sha256 }) : s3Fault(error);
      });
    const content = Body as Readable;
    return range === undefined ? verified(content, sha256) : content;
  }

  async exists(sha256: string): Promise<boolean> {
    return (await this.sizeOf(sha256)) !== undefined;
  }

  private at(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: `${this.place.prefix}${contentPath(sha256)}` };
  }

  private async sizeOf(sha256: string): Promise<number | undefined> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.at(sha256)))).ContentLength;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw s3Fault(error);
    }
  }

  /** Durable when the bucket has acknowledged the whole. An upload that fails half-way is aborted: no object appears. */
  private async store({ sha256, size, path }: ReceivedFile): Promise<void> {
    if ((await this.sizeOf(sha256)) === size) return;
    const upload = new Upload({
      client: this.client,
      params: { ...this.at(sha256), Body: createReadStream(path), ChecksumAlgorithm: 'SHA256' },
      partSize: PART_BYTES,
      queueSize: 2,
      leavePartsOnError: false,
    });
    await upload.done().catch((error: unknown) => {
      throw s3Fault(error);
    });
  }
}
