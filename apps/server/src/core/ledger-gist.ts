/** By what an entry is recognised in a list. */
export type Gist = {
  readonly text: string;
  /** The language of a customer's own words; null where the text is none. */
  readonly quotedIn: string | null;
};

/** Fields of entries' bodies that say what it is about, the most telling first. */
const telling = [
  'title',
  'words',
  'document',
  'item',
  'reasons',
  'because',
  'clause',
  'controlReference',
  'rule',
  'slug',
];
/** Longer texts are cut in a list. */
const longest = 160;
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** The most telling words of an entry, as they stand in it; null when it holds none. */
export function gistOf(kind: string, body: unknown): Gist | null {
  if (typeof body !== 'object' || body === null) return null;
  const fields = new Map<string, unknown>(Object.entries(body));
  const label = fields.get('label');
  if (typeof label === 'string' && label !== '') {
    const version = fields.get('version');
    return { text: typeof version === 'number' ? `${label} v${version}` : label, quotedIn: null };
  }
  for (const name of telling) {
    const value = fields.get(name);
    if (typeof value !== 'string' || value === '' || isId(value)) continue;
    const language = fields.get('language');
    const isQuoted = name === 'words' && kind === 'intervention-received' && typeof language === 'string';
    const text = value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
    return { text, quotedIn: isQuoted ? language : null };
  }
  return null;
}
