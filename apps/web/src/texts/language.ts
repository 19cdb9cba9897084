import i18next, { changeLanguage, use } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { catalogues, languages, type Language } from './catalogues.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: (typeof catalogues)['en'];
  }
}

const place = 'coprod.language';

/** The person's own choice on this device, else the first language of the browser that Coprod speaks, else English. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(place) ?? '', ...navigator.languages];
  for (const tag of wanted) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'en';
}

export async function startTexts(): Promise<void> {
  document.documentElement.lang = preferredLanguage();
  await use(initReactI18next).init({
    lng: preferredLanguage(),
    fallbackLng: 'en',
    supportedLngs: languages,
    ns: Object.keys(catalogues.en),
    defaultNS: 'frame',
    resources: catalogues,
    interpolation: { escapeValue: false }, // React escapes what it draws
    react: { useSuspense: false },
  });
}

/** Keeps the choice on this device and draws every page in it at once. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(place, language);
  document.documentElement.lang = language;
  await changeLanguage(language);
}

/** The language that the screen speaks now. */
export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'fr' ? 'fr' : 'en';
}
