/**
 * The serial shipping container code of a handling unit (GS1 General Specifications, AI 00): extension digit, company prefix, serial
 * number, check digit; 18 digits. The serial wraps into the extension digit, so that a prefix of 7 digits lasts 10 thousand million units.
 * @param prefix 7 to 12 digits that GS1 gave the company
 * @param serial from 1
 * @throws RangeError where the serials of the prefix are used up: a code is never used twice
 */
export function sscc(prefix: string, serial: number): string {
  const places = 16 - prefix.length;
  const room = 10 ** places;
  const extension = Math.floor(serial / room);
  if (serial < 0 || extension > 9) throw new RangeError(`no serial ${serial} below the company prefix ${prefix}`);
  const digits = `${extension}${prefix}${String(serial % room).padStart(places, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** GS1 check digit: weights 3 and 1 from the right, up to the next multiple of ten. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place++)
    sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}
