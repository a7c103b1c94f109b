import { ApiHeader, type ApiHeaderOptions } from '@nestjs/swagger';

/** A parameter decorator that also tells OpenAPI about the header it reads. */
export const documentedHeader =
  (header: ApiHeaderOptions, read: () => ParameterDecorator) => (): ParameterDecorator => (target, method, index) => {
    read()(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && descriptor) ApiHeader(header)(target, method, descriptor);
  };
