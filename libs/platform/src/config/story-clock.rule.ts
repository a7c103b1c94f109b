import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A story clock in production would back-date or post-date legal acts. */
export const OnlyInDevelopment = (): PropertyDecorator =>
  ValidateBy({
    name: 'onlyInDevelopment',
    validator: {
      validate: (value, args?: ValidationArguments) =>
        value === undefined || (args?.object as { profile?: unknown }).profile === 'development',
      defaultMessage: () => '$property is refused unless MOTCUA_PROFILE=development',
    },
  });
