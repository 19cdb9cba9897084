import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../../store.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Notes } from './notes-plugin.ts';

/** How long another person's change stays softly marked, in milliseconds. */
const marked = 5000;

/**
 * Puts notes at the blocks: a place under each that two people wrote, and the soft mark of what another has just changed.
 * @returns the places, to be filled by the page
 */
export function useNotes(editor: Editor, keeper: DraftKeeper<unknown>): ReadonlyMap<string, HTMLElement> {
  const conflicts = useStore(keeper.conflicts);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const places = useRef(new Map<string, HTMLElement>());
  const under = new Map<string, HTMLElement>();
  for (const id of conflicts.keys()) {
    const place = places.current.get(id) ?? document.createElement('div');
    places.current.set(id, place);
    under.set(id, place);
  }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = keeper.onText((_blocks, ids) => {
      if (ids.size === 0) return;
      setChanged(ids);
      clearTimeout(timer);
      timer = setTimeout(() => setChanged(new Set()), marked);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [keeper]);
  const names = [...under.keys()].join();
  useEffect(() => {
    const notes: Notes = { under, changed };
    editor.view.dispatch(editor.state.tr.setMeta('notes', notes).setMeta('addToHistory', false));
    // oxlint-disable-next-line react/exhaustive-deps -- `under` is new at each drawing; what counts are its names
  }, [editor, names, changed]);
  return under;
}
