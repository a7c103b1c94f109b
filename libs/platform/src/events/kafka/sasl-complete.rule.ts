import { ValidateBy, type ValidationArguments } from 'class-validator';

/** User and password come with a mechanism, and a mechanism with both. */
export const WithSaslMechanism = (): PropertyDecorator =>
  ValidateBy({
    name: 'withSaslMechanism',
    validator: {
      validate: (value, args?: ValidationArguments) => {
        const { saslMechanism } = args?.object as { saslMechanism?: unknown };
        return (value === undefined) === (saslMechanism === undefined);
      },
      defaultMessage: (args) =>
        args?.value === undefined
          ? '$property must be given when MOTCUA_KAFKA_SASL_MECHANISM is'
          : '$property must not be given without MOTCUA_KAFKA_SASL_MECHANISM',
    },
  });
