/**
 * Letters by the character, so that they are where the keyboard prints them; digits by the place, for AZERTY has them
 * under Shift. Nothing with Ctrl, Alt, AltGr or Meta: those belong to the browser and to the language.
 */
export function nameOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'> & { isComposing?: boolean },
): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return digit;
  return event.key === ' ' ? 'Space' : event.key;
}
