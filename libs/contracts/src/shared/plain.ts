/** The data of an event as plain JSON, without the class that describes it: what is sent, stored and spread. */
export type Plain<Data> = Data extends readonly (infer Element)[]
  ? readonly Plain<Element>[]
  : Data extends object
    ? { readonly [Field in keyof Data]: Plain<Data[Field]> }
    : Data;
