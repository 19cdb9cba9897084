/**
 * A file whose bytes are new: `changed` when another file that counts bears the same control reference of the same sender. Files with
 * the same bytes never come here.
 */
export const judgeArrival = (known: { readonly interchange_id: string } | undefined): 'new' | 'changed' =>
  known === undefined ? 'new' : 'changed';
