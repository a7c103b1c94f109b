// Who may import whom, by the tags in each package.json (docs/adr/0007). Nx reads the tags; this file states the law.
// A package without a matching line here may import no workspace package at all. What one service may use beyond the
// shared packages stands in its manifest (`uses:…`), and in the table of ADR 0007.
import { SERVICES } from '../services.mjs';

const everyNpmPackage = ['*'];
const own = ['type:legal-clock', 'type:domain', 'type:catalogue-copy'];
const shared = ['type:kernel', 'type:contracts', 'type:platform', 'type:pdf-drawing'];
const composed = [
  'type:composition',
  'type:service',
  'type:gateway',
  'type:simulator',
  'type:backends',
  'type:development-issuer',
  'type:workflow-seed',
  'type:terminal',
  ...shared,
];

/** @param {{ inSpec: boolean }} where Specs may also use libs/testing and any declared npm package. */
export function depConstraints({ inSpec }) {
  const may = (...tags) => (inSpec ? [...tags, 'type:testing', 'type:simulator'] : tags);
  const pure = inSpec ? {} : { bannedExternalImports: everyNpmPackage };
  return [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: may(), ...pure },
    { sourceTag: 'type:legal-clock', onlyDependOnLibsWithTags: may('type:kernel'), ...pure },
    { sourceTag: 'type:domain', onlyDependOnLibsWithTags: may('type:kernel', 'type:legal-clock'), ...pure },
    // What requests and events are made of; services get it from the platform's index.
    { sourceTag: 'type:fields', onlyDependOnLibsWithTags: may() },
    { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: may('type:kernel', 'type:fields') },
    { sourceTag: 'type:platform', onlyDependOnLibsWithTags: may('type:kernel', 'type:fields', 'type:contracts') },
    { sourceTag: 'type:pdf-drawing', onlyDependOnLibsWithTags: may('type:kernel') },
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: [...own, 'type:testing', 'type:simulator', 'type:backends', ...shared],
    },
    // A simulator shares no code with the adapter that it tries.
    { sourceTag: 'type:simulator', onlyDependOnLibsWithTags: may('type:kernel') },
    // The one address of all services knows none of them.
    { sourceTag: 'type:gateway', onlyDependOnLibsWithTags: may('type:kernel', 'type:platform') },
    { sourceTag: 'type:backends', onlyDependOnLibsWithTags: may('type:kernel') },
    { sourceTag: 'type:terminal', onlyDependOnLibsWithTags: may() },
    // What makes tokens, seeds or plays people reaches a service over HTTP; it reads the seed's files, and no code.
    { sourceTag: 'type:workflow-seed', onlyDependOnLibsWithTags: may('service:procedure-catalogue') },
    { sourceTag: 'type:development-issuer', onlyDependOnLibsWithTags: may('service:procedure-catalogue', ...shared) },
    {
      sourceTag: 'type:scenario',
      onlyDependOnLibsWithTags: may('type:development-issuer', 'type:pdf-drawing', 'type:kernel'),
    },
    { sourceTag: 'type:catalogue-copy', onlyDependOnLibsWithTags: may('type:legal-clock', ...shared) },
    { sourceTag: 'type:service', onlyDependOnLibsWithTags: may(...own, ...shared) },
    ...SERVICES.map(({ app, uses }) => ({
      sourceTag: `service:${app}`,
      onlyDependOnLibsWithTags: may('type:legal-clock', ...shared, ...uses),
    })),
    {
      // Puts services together; the programs of people and machines start what it puts together.
      sourceTag: 'type:composition',
      onlyDependOnLibsWithTags: may(...composed),
    },
    {
      sourceTag: 'type:program',
      onlyDependOnLibsWithTags: may(...composed, 'type:program', 'type:scenario', ...own),
    },
  ];
}

/**
 * Specs of the lower packages use libs/testing, which uses those packages. Nx cannot tell a spec's import from a
 * source's, so it would see a cycle; the constraints above already order the sources.
 */
export const cyclesThroughSpecs = [
  'kernel',
  'legal-clock',
  'fields',
  'contracts',
  'platform',
  'pdf-drawing',
  'catalogue-copy',
  'backends',
  'catalogue-domain',
  'dossier-domain',
  'fee-domain',
  'processing-domain',
  'reporting-domain',
].map((name) => [`@motcua/${name}`, '@motcua/testing']);
