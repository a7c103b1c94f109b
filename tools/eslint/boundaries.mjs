// Who may import whom, by the tags in each package.json (docs/adr/0007). Nx reads the tags; this file states the law.
// A package without a matching line here may import no workspace package at all.

/** What a service may use beyond the shared packages. A new entry needs a line in ADR 0007. */
const usedBy = {
  'procedure-catalogue': [],
  'dossier-intake': ['context:dossier', 'context:fee', 'type:catalogue-copy'],
  'processing-workflow': ['context:processing', 'type:catalogue-copy'],
  'fee-payment': ['context:fee', 'type:catalogue-copy'],
  notifications: ['type:catalogue-copy'],
};

const everyNpmPackage = ['*'];
const own = ['type:legal-clock', 'type:domain', 'type:catalogue-copy'];
const shared = ['type:kernel', 'type:contracts', 'type:platform', 'type:printing'];

/** @param {{ inSpec: boolean }} where Specs may also use libs/testing and any declared npm package. */
export const depConstraints = ({ inSpec }) => {
  const may = (...tags) => (inSpec ? [...tags, 'type:testing', 'type:simulator'] : tags);
  const pure = inSpec ? {} : { bannedExternalImports: everyNpmPackage };
  return [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: may(), ...pure },
    { sourceTag: 'type:legal-clock', onlyDependOnLibsWithTags: may('type:kernel'), ...pure },
    { sourceTag: 'type:domain', onlyDependOnLibsWithTags: may('type:kernel', 'type:legal-clock'), ...pure },
    { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: may('type:kernel') },
    { sourceTag: 'type:platform', onlyDependOnLibsWithTags: may('type:kernel', 'type:contracts') },
    { sourceTag: 'type:printing', onlyDependOnLibsWithTags: may('type:kernel') },
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: [
        ...own,
        'type:testing',
        'type:simulator',
        'type:embedded-postgres',
        'type:local-kafka',
        ...shared,
      ],
    },
    // A simulator shares no code with the adapter that it tries.
    { sourceTag: 'type:simulator', onlyDependOnLibsWithTags: may('type:kernel') },
    // The one address of all services knows none of them.
    { sourceTag: 'type:gateway', onlyDependOnLibsWithTags: may('type:kernel', 'type:platform') },
    { sourceTag: 'type:embedded-postgres', onlyDependOnLibsWithTags: may('type:kernel') },
    { sourceTag: 'type:local-kafka', onlyDependOnLibsWithTags: may() },
    { sourceTag: 'type:catalogue-copy', onlyDependOnLibsWithTags: may('type:legal-clock', ...shared) },
    { sourceTag: 'type:service', onlyDependOnLibsWithTags: may(...own, ...shared) },
    ...Object.entries(usedBy).map(([service, more]) => ({
      sourceTag: `service:${service}`,
      onlyDependOnLibsWithTags: may('type:legal-clock', ...shared, ...more),
    })),
    {
      sourceTag: 'type:composition',
      onlyDependOnLibsWithTags: may(
        'type:service',
        'type:gateway',
        'type:simulator',
        'type:embedded-postgres',
        'type:local-kafka',
        ...own,
        ...shared,
      ),
    },
  ];
};

/**
 * Specs of the lower packages use libs/testing, which uses those packages. Nx cannot tell a spec's import from a
 * source's, so it would see a cycle; the constraints above already order the sources.
 */
export const cyclesThroughSpecs = [
  'kernel',
  'legal-clock',
  'contracts',
  'platform',
  'printing',
  'catalogue-copy',
  'embedded-postgres',
  'dossier-domain',
  'fee-domain',
  'processing-domain',
  'reporting-domain',
].map((name) => [`@motcua/${name}`, '@motcua/testing']);
