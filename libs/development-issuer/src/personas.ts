import { createRequire } from 'node:module';
import type { IdentityType } from '@motcua/kernel';
import { type Role, scopesOf } from '@motcua/platform';

/** Somebody for whom the development issuer makes tokens. Fictional, all of them. */
export interface Persona {
  readonly subject: string;
  readonly name: string;
  readonly agency: string | null;
  readonly roles: readonly Role[];
  readonly citizen_id?: string;
  /** Further numbers of the same person. */
  readonly linked_identities?: readonly PersonaIdentity[];
  /** Organisations that the person acts for. */
  readonly represents?: readonly PersonaIdentity[];
}

interface PersonaIdentity {
  readonly type: IdentityType;
  readonly number: string;
}

const seed = createRequire(import.meta.url);

export const loadPersonas = (): Persona[] => seed('@motcua/procedure-catalogue/seed/personas.json') as Persona[];

/** All that the persona's roles can make use of. */
export const scopeOf = ({ roles }: Persona): string => [...new Set(roles.flatMap((role) => scopesOf(role)))].join(' ');
