/** Of the applicant's own particulars those that an applicant corrects with a supplement. */
const OF_APPLICANT = ['fullName', 'phone', 'email', 'address'].map((name) => `/applicant/${name}`);

/**
 * Whether an applicant can change what a JSON pointer names, so that it may be asked for: particulars of their own, and the
 * fields of the form with what lies in them.
 * @param formFields pointers of the form's own fields; null where the form takes any
 */
export const isAskableField = (pointer: string, formFields: readonly string[] | null): boolean =>
  OF_APPLICANT.includes(pointer) ||
  (formFields === null
    ? pointer.startsWith('/formData/')
    : formFields.some((field) => pointer === field || pointer.startsWith(`${field}/`)));
