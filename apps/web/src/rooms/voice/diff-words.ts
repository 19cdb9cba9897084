import type { DifferencePart } from '../../components/word-difference.tsx';

/**
 * Two texts word by word, for the page that has no server's difference: the common beginning and end stay, what lies between is
 * deleted and inserted as a whole. Paragraphs of a rule are short, and read better so than word for word.
 */
export function diffWords(before: string, after: string): DifferencePart[] {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const parts: DifferencePart[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    { kind: 'deleted', text: a.slice(start, a.length - end).join('') },
    { kind: 'inserted', text: b.slice(start, b.length - end).join('') },
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return parts.filter(({ text }) => text !== '');
}
