// Who may import whom, by the tags in each package.json (docs/adr/0007). Nx reads the tags; this file states the law.
// A package without a matching line here may import no workspace package at all.

/** The other contexts' pure domains that a service may use. A new entry needs a line in ADR 0007. */
const domainsOf = {
  'dossier-intake': ['context:dossier', 'context:fee'],
  'processing-workflow': ['context:processing'],
  'fee-payment': ['context:fee'],
  'procedure-catalogue': [],
  notifications: [],
};

const everyNpmPackage = ['*'];
const shared = ['type:kernel', 'type:contracts', 'type:platform'];

/** @param {{ inSpec: boolean }} where Specs may also use libs/testing and any declared npm package. */
export const depConstraints = ({ inSpec }) => {
  const may = (...tags) => (inSpec ? [...tags, 'type:testing'] : tags);
  const pure = inSpec ? {} : { bannedExternalImports: everyNpmPackage };
  return [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: may(), ...pure },
    { sourceTag: 'type:legal-clock', onlyDependOnLibsWithTags: may('type:kernel'), ...pure },
    { sourceTag: 'type:domain', onlyDependOnLibsWithTags: may('type:kernel', 'type:legal-clock'), ...pure },
    { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: may('type:kernel') },
    { sourceTag: 'type:platform', onlyDependOnLibsWithTags: may('type:kernel', 'type:contracts') },
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: ['type:legal-clock', 'type:domain', 'type:testing', ...shared],
    },
    { sourceTag: 'type:service', onlyDependOnLibsWithTags: may('type:legal-clock', 'type:domain', ...shared) },
    ...Object.entries(domainsOf).map(([service, domains]) => ({
      sourceTag: `service:${service}`,
      onlyDependOnLibsWithTags: may('type:legal-clock', ...shared, ...domains),
    })),
    {
      sourceTag: 'type:composition',
      onlyDependOnLibsWithTags: may('type:service', 'type:legal-clock', 'type:domain', ...shared),
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
  'dossier-domain',
  'fee-domain',
  'processing-domain',
].map((name) => [`@motcua/${name}`, '@motcua/testing']);
