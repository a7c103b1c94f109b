import { ValidateBy, type ValidationArguments } from 'class-validator';

/** Two settings of which one alone makes no sense. */
export const PairedWith = (property: string, variable: string): PropertyDecorator =>
  ValidateBy({
    name: 'pairedWith',
    validator: {
      validate: (_, args?: ValidationArguments) =>
        (args?.object as Record<string, unknown> | undefined)?.[property] !== undefined,
      defaultMessage: () => `$property must not be given without ${variable}`,
    },
  });
