import { ApiProperty } from '@nestjs/swagger';

/** Points, or percent, with two decimals. */
export const Points = (
  options: { readonly description?: string; readonly nullable?: boolean } = {},
): PropertyDecorator => ApiProperty({ type: 'number', multipleOf: 0.01, minimum: 0, example: 16.53, ...options });
