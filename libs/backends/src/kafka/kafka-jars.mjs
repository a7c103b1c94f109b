import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const KAFKA_VERSION = '4.1.1';
const JARS = [
  ['org.apache.kafka', 'kafka_2.13', KAFKA_VERSION],
  ['org.apache.kafka', 'kafka-tools', KAFKA_VERSION],
  ['org.slf4j', 'slf4j-simple', '1.7.36'],
];
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>vn.motcua</groupId><artifactId>test-broker</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${JARS.map(
  ([group, artifact, version]) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
).join('')}</dependencies></project>`;

async function cacheFolder() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return mkdir(cache, { recursive: true }).then(
    () => cache,
    () => tmpdir(),
  );
}

/** The folder with Kafka's jars (54 MB), fetched from Maven Central the first time. */
export async function kafkaJars() {
  const kept = join(await cacheFolder(), `motcua-kafka-${KAFKA_VERSION}`);
  if (await exists(kept)) return kept;
  const work = await mkdtemp(`${kept}-`);
  try {
    await writeFile(join(work, 'pom.xml'), POM);
    await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], { cwd: work });
    // Whole or not at all: another run may look at the same time, and may be first.
    await rename(join(work, 'jars'), kept).catch(async (error) => {
      if (!(await exists(kept))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return kept;
}

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
