import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A certificate that nobody uses is a connection that its operator takes for encrypted. */
export const WithTls = (): PropertyDecorator =>
  ValidateBy({
    name: 'withTls',
    validator: {
      validate: (_, args?: ValidationArguments) => (args?.object as { tls?: unknown }).tls === true,
      defaultMessage: () => '$property must not be given without MOTCUA_KAFKA_TLS=true',
    },
  });
