export interface DepConstraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

export function depConstraints(where: { readonly inSpec: boolean }): DepConstraint[];
export const cyclesThroughSpecs: [string, string][];
