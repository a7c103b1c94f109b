/** The fields of a request as a plain object: what is stored and published is JSON, of no class. */
export const plain = <Fields extends object>(request: Fields): { readonly [Field in keyof Fields]: Fields[Field] } =>
  Object.assign({}, request);
