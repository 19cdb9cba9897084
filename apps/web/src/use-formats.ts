import { formatsFor, type Formats } from './formats.ts';
import { useLanguage } from './texts/language.ts';
import type { Language } from './texts/catalogues.ts';

const made = new Map<Language, Formats>();

/** Dates, times and quantities as the reader writes them. */
export function useFormats(): Formats {
  const language = useLanguage();
  const known = made.get(language);
  if (known) return known;
  const formats = formatsFor(language);
  made.set(language, formats);
  return formats;
}
