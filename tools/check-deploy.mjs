// `npm run check:deploy`: the Helm chart is linted, rendered with several value sets, and what comes out is validated
// against the schemas of Kubernetes, KEDA, the Gateway API and the Prometheus operator, as strictly as kubeconform can.
// Its tools are those of the machine, else made once into the cache folder: helm and kubeconform with Go, Kubernetes'
// schemas from the package kubernetes-validate (pip), the others from their Go modules. Where they cannot be had it says
// why and is left out; MOTCUA_REQUIRE_DEPLOY=1 makes that a failure.
import { execFile } from 'node:child_process';
import { access, constants, glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';

const KUBERNETES = ['1.31.0', '1.36.0'];
const SCHEMAS = 'kubernetes-validate==1.37.0';
const PROGRAMS = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.22.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
};
const CRDS = [
  ['github.com/kedacore/keda/v2@v2.18.1', 'config/crd/bases/*.yaml'],
  ['sigs.k8s.io/gateway-api@v1.4.0', 'config/crd/standard/*.yaml'],
  ['github.com/prometheus-operator/prometheus-operator@v0.85.0', 'example/prometheus-operator-crd/*.yaml'],
];

// They run for seconds, so the compiler need not take pains.
const QUICKLY_BUILT = ['-ldflags=-s -w', '-gcflags=all=-N -l -dwarf=false'];

const root = fileURLToPath(new URL('..', import.meta.url));
const chart = join(root, 'deploy/helm/motcua');
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'motcua', 'deploy-1');
const execute = promisify(execFile);
const run = (program, args, options = {}) =>
  execute(program, args, { maxBuffer: 256 * 1024 * 1024, ...options }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout, errors: stderr }),
    (error) => ({ ok: false, output: error.stdout ?? '', errors: error.stderr || error.message }),
  );
const exists = (path, mode = constants.F_OK) =>
  access(path, mode).then(
    () => true,
    () => false,
  );

class CannotCheck extends Error {}

async function must(what, program, args, options) {
  const { ok, output, errors } = await run(program, args, options);
  if (!ok) throw new CannotCheck(`${what}: ${errors.trim().split('\n').at(-1)}`);
  return output;
}

async function program(name) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), cache])
    if (folder !== '' && (await exists(join(folder, name), constants.X_OK))) return join(folder, name);
  process.stderr.write(`Building ${name} with Go, once …\n`);
  const env = { ...process.env, GOBIN: cache, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };
  await must(`${name} is not here and cannot be built`, 'go', ['install', ...QUICKLY_BUILT, PROGRAMS[name]], { env });
  return join(cache, name);
}

/** Kubernetes' own schemas of the versions that are tried, with references that hold where they lie. */
async function kubernetesSchemas() {
  const folder = join(cache, 'kubernetes');
  const done = join(folder, 'done');
  if (await exists(done)) return folder;
  const [wheels, unpacked] = [join(cache, 'wheels'), join(cache, 'unpacked')];
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', wheels, SCHEMAS];
  await must("Kubernetes' schemas cannot be had", 'python3', pip);
  const [wheel] = await readdir(wheels);
  await must('a wheel cannot be unpacked', 'python3', ['-m', 'zipfile', '-e', join(wheels, wheel), unpacked]);
  for (const version of KUBERNETES) {
    await mkdir(join(folder, version), { recursive: true });
    const strict = join(unpacked, 'kubernetes_validate', 'kubernetes-json-schema', `v${version}-local-strict`);
    for await (const file of glob(join(strict, '*.json'))) {
      // They call themselves by addresses at kubernetes.io, where nothing would be found.
      const schema = JSON.parse(await readFile(file, 'utf8'));
      delete schema.$id;
      const text = JSON.stringify(schema).replaceAll('"/api/_definitions.json', '"_definitions.json');
      await writeFile(join(folder, version, basename(file)), text);
    }
  }
  await rm(unpacked, { recursive: true });
  await writeFile(done, '');
  return folder;
}

/** Writes the schemas of custom resources as kubeconform looks for them: `{kind}_{group}_{version}.json`. */
async function customSchemas() {
  const folder = join(cache, 'custom');
  const done = join(folder, 'done');
  if (await exists(done)) return folder;
  await mkdir(folder, { recursive: true });
  for (const [module, files] of CRDS) {
    const found = await must(`${module} cannot be had`, 'go', ['mod', 'download', '-json', module], { cwd: cache });
    for await (const file of glob(join(JSON.parse(found).Dir, files)))
      for (const document of parseAllDocuments(await readFile(file, 'utf8')))
        await writeSchemas(folder, document.toJS());
  }
  await writeFile(done, '');
  return folder;
}

async function writeSchemas(folder, crd) {
  if (crd?.kind !== 'CustomResourceDefinition') return;
  for (const { name, schema } of crd.spec.versions) {
    const file = `${crd.spec.names.kind}_${crd.spec.group}_${name}.json`.toLowerCase();
    await writeFile(join(folder, file), JSON.stringify(closed(schema.openAPIV3Schema)));
  }
}

/** A misspelt property is a fault, as the API server's strict validation says. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  const isObject = schema.type === 'object' && schema.properties && schema.additionalProperties === undefined;
  return isObject && !schema['x-kubernetes-preserve-unknown-fields']
    ? { ...inner, additionalProperties: false }
    : inner;
}

const faults = [];
const fault = (text) => faults.push(text);

async function checkValueSet(tools, values) {
  const name = values.split('/').at(-1);
  const lint = await run(tools.helm, ['lint', '--strict', chart, '--values', values]);
  if (!lint.ok) fault(`${name}: helm lint\n${lint.output}${lint.errors}`);
  for (const version of KUBERNETES) {
    const rendered = await run(tools.helm, [
      'template',
      'motcua',
      chart,
      '--kube-version',
      version,
      '--values',
      values,
    ]);
    if (!rendered.ok) return fault(`${name}: helm template\n${rendered.errors}`);
    const file = join(cache, 'rendered.yaml');
    await writeFile(file, rendered.output);
    const locations = [
      `${tools.kubernetes}/${version}/{{ .ResourceKind }}{{ .KindSuffix }}.json`,
      `${tools.custom}/{{ .ResourceKind }}_{{ .Group }}_{{ .ResourceAPIVersion }}.json`,
    ];
    const args = locations.flatMap((location) => ['-schema-location', location]);
    const valid = await run(tools.kubeconform, ['-strict', '-summary', ...args, file]);
    console.log(`${name} on ${version}: ${(valid.output || valid.errors).trim().split('\n').at(-1)}`);
    if (!valid.ok) fault(`${name} on ${version}:\n${valid.output}${valid.errors}`);
  }
}

/** What must be refused, and by which words. */
const REFUSED = [
  ['nothing given', [], /publicUrl/],
  ['no secret named', ['--set', 'secrets.existingSecret='], /existingSecret/],
  ['a misspelt value', ['--set', 'kafka.broker=x:1'], /broker/],
  ['a service that is not there', ['--set', 'services.intak.replicas=2'], /services\.intak/],
  ['more replicas than partitions', ['--set', 'autoscaling.enabled=true,autoscaling.maxReplicas=9'], /nothing to do/],
  ['an ingress without TLS', ['--set', 'ingress.enabled=true,ingress.host=a.example'], /tlsSecret/],
];

async function checkRefusals(tools) {
  for (const [what, args, words] of REFUSED) {
    const values = args.length === 0 ? [] : ['--values', join(chart, 'ci/minimal-values.yaml')];
    const { ok, errors } = await run(tools.helm, [
      'template',
      'motcua',
      chart,
      '--kube-version',
      KUBERNETES[0],
      ...values,
      ...args,
    ]);
    if (ok || !words.test(errors)) fault(`${what} was not refused with ${words}: ${errors}`);
  }
  console.log(`${REFUSED.length} wrong value sets were tried`);
}

try {
  await mkdir(cache, { recursive: true });
  const tools = {
    helm: await program('helm'),
    kubeconform: await program('kubeconform'),
    kubernetes: await kubernetesSchemas(),
    custom: await customSchemas(),
  };
  for await (const values of glob(join(chart, 'ci/*.yaml'))) await checkValueSet(tools, values);
  await checkRefusals(tools);
  if (faults.length > 0) console.error(faults.join('\n\n'));
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof CannotCheck)) throw error;
  const required = process.env.MOTCUA_REQUIRE_DEPLOY === '1';
  console.error(
    `The check of the Helm chart is left out${required ? ', but MOTCUA_REQUIRE_DEPLOY=1' : ''}: ${error.message}`,
  );
  process.exitCode = required ? 1 : 0;
}
