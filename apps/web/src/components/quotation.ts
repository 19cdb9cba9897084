const marks: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  fr: ['«\u202f', '\u202f»'],
  de: ['„', '“'],
  es: ['«', '»'],
  it: ['«', '»'],
  pt: ['«', '»'],
  nl: ['‘', '’'],
  pl: ['„', '”'],
  cs: ['„', '“'],
  sv: ['”', '”'],
};

/** Opening and closing mark as a language writes them (BCP 47 tag); a language that is not known here gets the English ones. */
export function quotationMarks(language: string): readonly [string, string] {
  return marks[language.split('-')[0] ?? ''] ?? ['“', '”'];
}
