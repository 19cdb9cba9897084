import type { components } from '../../api.gen.ts';

export type Composer = components['schemas']['Composer'];
export type Grant = components['schemas']['Grant'];
type Block = Composer['blocks'][number];
type Customer = Composer['customers'][number];

/** By customer, the blocks that he is not to get although he could. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** What one customer gets of one block. A secret that is not granted is withheld whatever is chosen. */
export type Cell =
  | { readonly kind: 'open' }
  | { readonly kind: 'granted'; readonly agreement: string }
  /** `can`: it would be open or granted if he chose so; `waits`: a grant of it lacks its second signature. */
  | { readonly kind: 'withheld'; readonly can: boolean; readonly waits: boolean };

/** @param waiting grants that wait for a second signature */
export function cellOf(
  composer: Composer,
  choices: Choices,
  waiting: readonly Grant[],
  block: Block,
  customer: string,
): Cell {
  const grant = composer.grants.find((g) => g.block === block.id && g.customer === customer);
  const can = !block.secret || grant !== undefined;
  if (!can || choices[customer]?.includes(block.id)) {
    const waits = waiting.some((g) => g.block.id === block.id && g.customer.id === customer);
    return { kind: 'withheld', can, waits };
  }
  return grant === undefined ? { kind: 'open' } : { kind: 'granted', agreement: grant.agreement };
}

/** The choices after a block was given to a customer or withheld from him. */
export function toggled(choices: Choices, block: string, customer: string): Choices {
  const now = choices[customer] ?? [];
  return { ...choices, [customer]: now.includes(block) ? now.filter((one) => one !== block) : [...now, block] };
}

/** Customers of the same conflict class who hold a block: a grant to one more of them needs a second signature. */
export function rivalsHolding(composer: Composer, block: string, customer: Customer): readonly Customer[] {
  if (customer.conflictClass === null) return [];
  return composer.customers.filter(
    (other) =>
      other.id !== customer.id &&
      other.conflictClass === customer.conflictClass &&
      composer.grants.some((g) => g.block === block && g.customer === other.id),
  );
}

/** What the chosen customers must not share without a second signature: who, which block by its place, and who holds it. */
export function conflictsAmong(
  composer: Composer,
  chosen: readonly Customer[],
): readonly { readonly customer: Customer; readonly number: number; readonly rivals: readonly Customer[] }[] {
  return chosen.flatMap((customer) =>
    composer.blocks.flatMap((block, place) => {
      const holds = composer.grants.some((g) => g.block === block.id && g.customer === customer.id);
      const rivals = block.secret && !holds ? rivalsHolding(composer, block.id, customer) : [];
      return rivals.length === 0 ? [] : [{ customer, number: place + 1, rivals }];
    }),
  );
}
