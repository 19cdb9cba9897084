/** Whose a planted row is. */
export type Owner = 'ours' | 'of customer A' | 'of customer B' | 'of the other organization';
export const owners: readonly Owner[] = ['ours', 'of customer A', 'of customer B', 'of the other organization'];

/** What a planted secret says to who finds it: which row it lay in. */
export type Secret = { readonly table: string; readonly column: string; readonly owner: Owner };

/** Secrets and where each was planted. A secret is one word of letters, so that search finds it too. */
export type Secrets<Where = Secret> = {
  plant(where: Where): string;
  /** All secrets in what came back, whatever it is: as they are, in hexadecimal, or in base64 at any alignment. */
  findIn(bytes: Buffer | string): readonly Where[];
  /** Every secret with the place it was planted in. */
  all(): readonly (readonly [string, Where])[];
};

/** What every secret begins with. */
export const prefix = 'zqleak';

export function openSecrets<Where = Secret>(): Secrets<Where> {
  const planted = new Map<string, Where>();
  const word = new RegExp(`${prefix}[a-j]{6}`, 'gi');
  return {
    all: () => [...planted],
    plant(secret) {
      const digits = String(planted.size).padStart(6, '0');
      const text = prefix + digits.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
      planted.set(text, secret);
      return text;
    },
    findIn(bytes) {
      const plain = bytes.toString();
      const readings = [plain];
      for (const [run] of plain.matchAll(/(?:[0-9a-f]{2}){12,}/gi)) readings.push(fromHex(run), fromHex(run.slice(1)));
      for (const [run] of plain.matchAll(/[\w+/-]{16,}/g))
        for (const start of [0, 1, 2, 3]) readings.push(Buffer.from(run.slice(start), 'base64').toString('latin1'));
      const found = new Set(readings.flatMap((text) => [...text.matchAll(word)].map(([hit]) => hit.toLowerCase())));
      return [...found].flatMap((text) => planted.get(text) ?? []);
    },
  };
}

const fromHex = (run: string): string => Buffer.from(run, 'hex').toString('latin1');
