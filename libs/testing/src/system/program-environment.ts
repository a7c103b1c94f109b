import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For a program that a spec starts: where its tools are, and what Node compiled for those that were started before. */
export const PROGRAM_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(tmpdir(), 'motcua-compiled'),
};
