import { createContext, use } from 'react';
import type { Draft } from './draft-queries.ts';

/** What the nodes of the text need beside themselves: the values of parameters, and where files are. */
export interface DraftContext {
  readonly slug: string;
  readonly draft: Draft;
  /** Whether this house works with customers' requirements at all. */
  readonly certifies: boolean;
}

export const DraftContext = createContext<DraftContext | null>(null);

export function useDraftContext(): DraftContext {
  const found = use(DraftContext);
  if (found === null) throw new Error('Only within the editor of a draft.');
  return found;
}
