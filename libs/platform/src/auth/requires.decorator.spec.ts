import { ANY_TOKEN, AnyToken, Public, PUBLIC, REQUIRED_SCOPE, Requires } from './requires.decorator.js';

class Routes {
  @Requires('dossier.read')
  forScope(): void {}

  @AnyToken()
  forAnyToken(): void {}

  @Public()
  forAll(): void {}
}

describe('what a route asks of its caller', () => {
  const said = (route: keyof Routes) => {
    const method = Object.getOwnPropertyDescriptor(Routes.prototype, route)?.value as object;
    return [REQUIRED_SCOPE, ANY_TOKEN, PUBLIC].map((key) => Reflect.getMetadata(key, method) as unknown);
  };

  it('is a scope, any token, or nothing, as the guard reads it', () => {
    expect(said('forScope')).toEqual(['dossier.read', undefined, undefined]);
    expect(said('forAnyToken')).toEqual([undefined, true, undefined]);
    expect(said('forAll')).toEqual([undefined, undefined, true]);
  });
});
