import { loadPersonas, type Persona } from '@motcua/development-issuer';

/** Who plays the story: an applicant, and the officers of one agency. */
export interface Participants {
  readonly agency: string;
  readonly citizen: Persona;
  readonly clerk: Persona;
  readonly specialist: Persona;
  readonly leader: Persona;
  readonly cashier: Persona;
}

/** The officers of an agency; undefined where the seed has nobody for one of the parts. */
export function participantsOf(agency: string): Participants | undefined {
  const personas = loadPersonas();
  const part = (role: Persona['roles'][number], of: string | null = agency): Persona | undefined =>
    personas.find((persona) => persona.agency === of && persona.roles.includes(role));
  const parts = {
    citizen: part('citizen', null),
    clerk: part('clerk'),
    specialist: part('specialist'),
    leader: part('leader'),
    cashier: part('cashier'),
  };
  return Object.values(parts).includes(undefined) ? undefined : ({ agency, ...parts } as Participants);
}

/** Agencies whose officers can be played. */
export const playableAgencies = (): string[] => [
  ...new Set(loadPersonas().flatMap(({ agency }) => (agency !== null && participantsOf(agency) ? [agency] : []))),
];
