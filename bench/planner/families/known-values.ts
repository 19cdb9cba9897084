/** Best values known for Cicirello's instances with setups, by number; better ones may exist. */
export const knownSetups: Readonly<Record<number, number>> = Object.fromEntries(
  [
    [1, [453, 4794, 1390, 5866, 4054, 6592, 3267, 100, 5660, 1740]],
    [41, [69_102, 57_487, 145_310, 35_166, 58_935, 34_764, 72_853, 64_612, 77_449, 31_092]],
    [81, [383_485, 409_479, 458_752, 329_670, 554_766, 361_417, 398_551, 433_186, 410_092, 401_653]],
  ].flatMap(([first, values]) => (values as number[]).map((value, at) => [(first as number) + at, value])),
);
