import { SetMetadata } from '@nestjs/common';

export const ANY_QUERY = 'motcua:any-query';

/** Marks a controller whose routes ignore query parameters they do not know: a probe may add what it likes. */
export const AcceptsAnyQuery = (): ClassDecorator => SetMetadata(ANY_QUERY, true);
