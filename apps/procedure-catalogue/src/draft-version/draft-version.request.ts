import type { VersionDefinition } from '@motcua/catalogue-domain';
import { VersionContentShape } from '../shapes/version-content.shape.js';

export class DraftVersionRequest extends VersionContentShape {}

export const definitionOf = ({ field, ...body }: DraftVersionRequest): VersionDefinition => ({
  ...body,
  field: { code: field, name: field },
  asGiven: null,
});
