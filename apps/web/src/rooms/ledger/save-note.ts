import { download } from '../../components/csv.ts';

/** Saves a signed note, byte for byte, as a file that says in its name of which ledger it is, and of what size. */
export function saveNote(note: string): void {
  const size = note.split('\n', 2)[1] ?? '';
  download(`${nameOf(note)}${/^\d+$/.test(size) ? `-${size}` : ''}.checkpoint.txt`, note, 'text/plain');
}

/** Saves the key of a ledger, for `coprod verify --key FILE` and for another browser. */
export function saveKey({ note, key }: { readonly note: string; readonly key: string }): void {
  download(`${nameOf(note)}.key.txt`, `${key}\n`, 'text/plain');
}

/** The first line of a note, `coprod.example/ostrelle`, as it can stand in the name of a file. */
function nameOf(note: string): string {
  const origin = note.split('\n', 1)[0] ?? '';
  return origin.replaceAll(/[^\w.-]+/g, '-').slice(0, 80) || 'ledger';
}
