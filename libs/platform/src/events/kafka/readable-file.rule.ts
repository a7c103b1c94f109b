import { accessSync, constants } from 'node:fs';
import { ValidateBy } from 'class-validator';

function isReadable(path: unknown): boolean {
  try {
    accessSync(String(path), constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

export const IsReadableFile = (): PropertyDecorator =>
  ValidateBy({
    name: 'isReadableFile',
    validator: { validate: isReadable, defaultMessage: () => '$property must name a file that can be read' },
  });
