/** Nothing is read but the five entities of XML itself; the types of sax do not know that option. */
export const STRICT_XML = { trim: true, position: true, strictEntities: true };
