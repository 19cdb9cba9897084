/**
 * A key by which clauses stand in the order of a table of contents: 4.2 before 4.10, A.2 after 10.1, 4 before 4.1. Compared byte by
 * byte, so that the database can page by it.
 */
export const clauseKey = (clause: string): string =>
  clause
    .trim()
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((part) => part !== '')
    .flatMap((part) => part.match(/\d+|\D+/g) ?? [])
    // Numbers by their length first: no clause number has a hundred digits.
    .map((part) =>
      /^\d/.test(part)
        ? `${String(part.replace(/^0+(?=\d)/, '').length).padStart(2, '0')}${part.replace(/^0+(?=\d)/, '')}`
        : `~${part}`,
    )
    .join('.');

/** How deep a clause stands in the tree: 4 is 0, 4.2 is 1. */
export const clauseDepth = (clause: string): number =>
  Math.max(
    0,
    clause
      .trim()
      .split(/[^\p{Letter}\p{Number}]+/u)
      .filter((part) => part !== '').length - 1,
  );
