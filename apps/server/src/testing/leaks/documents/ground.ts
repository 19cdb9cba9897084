import { crc32, deflateSync } from 'node:zlib';
import { type Answer, type House, type Someone, aHouse, testPassword } from '../../a-house.ts';
import { type Secrets, openSecrets } from '../secrets.ts';
import { type Readers, customerA, customerB, either, holderOfTheLink, only, staff } from './readers.ts';

/** What a planted text is, in the words of the house, and who may read it. */
export type Planted = { readonly what: string; readonly readers: Readers };

/** A customer with somebody who acts for him. */
export type Customer = { readonly id: string; readonly readers: Readers; readonly actor: Someone };

/** A house in which documents are made as people make them, by the routes; those who make them are not those who look. */
export type Ground = {
  readonly house: House;
  readonly secrets: Secrets<Planted>;
  /** A word of its own, which only `readers` may ever be shown. */
  readonly plant: (what: string, readers: Readers) => string;
  readonly camille: Someone;
  readonly planner: Someone;
  readonly technician: Someone;
  readonly lead: Someone;
  /** The team of the technician and the lead. */
  readonly team: string;
  readonly otherTeam: string;
  readonly a: Customer;
  readonly b: Customer;
  /** Links of pages without account, by the path that takes them. */
  readonly tokens: Map<string, string>;
};

export const signed = { meaning: 'I sign', credential: { password: testPassword } };

export async function makeGround(): Promise<Ground> {
  const house = await aHouse();
  const secrets = openSecrets<Planted>();
  const plant = (what: string, readers: Readers): string => secrets.plant({ what, readers });
  const [team, otherTeam] = [
    await house.addTeam(plant('name of a team', staff)),
    await house.addTeam(plant('name of another team', staff)),
  ];
  const customer = async (name: string, readers: Readers): Promise<Customer> => {
    const id = await house.addCustomer(plant(`name of customer ${name}`, either(staff, readers, holderOfTheLink)));
    const person = plant(`name of a person of customer ${name}`, either(staff, readers));
    return { id, readers, actor: await house.addPerson(person, ['approver', 'scheduler'], { customer: id }) };
  };
  const [a, b] = [await customer('A', customerA), await customer('B', customerB)];
  await makeRivals(house, plant('conflict class of both customers', staff));
  return {
    house,
    secrets,
    plant,
    camille: house.founder,
    planner: await house.addPerson('Sacha', ['planner']),
    technician: await house.addPerson('Alix', ['technician'], { team }),
    lead: await house.addPerson('Noa', ['team-lead'], { team }),
    team,
    otherTeam,
    a,
    b,
    tokens: new Map(),
  };
}

/** Both customers work in the same field: what one holds is granted to the other only with two signatures. */
async function makeRivals(house: House, conflictClass: string): Promise<void> {
  const { owner } = house.database;
  await owner.query('alter table access.customer no force row level security');
  await owner.query('update access.customer set conflict_class = $1', [conflictClass]);
  await owner.query('alter table access.customer force row level security');
}

/** The body of an answer; throws for a refusal, which here is none of the outcomes that were meant. */
export async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Opens a proposal and decides it as its owner. */
export async function adopt(by: Someone, proposal: string, reasons: string, opened: Partial<Opened>): Promise<void> {
  await open(by, proposal, opened);
  await decide(by, proposal, reasons);
}

type Opened = { readonly title: string; readonly why: string; readonly hours: string };

export async function open(by: Someone, proposal: string, { title, why, hours }: Partial<Opened>): Promise<void> {
  const effect = { hours: hours ?? 'none', pace: 'none', mobility: 'none', autonomy: 'none' };
  const opened = { title: title ?? 'A proposal', why: why ?? '', method: 'by-owner', effect };
  await done(by.post(`/proposals/${proposal}/open`, opened));
}

export async function decide(by: Someone, proposal: string, reasons: string): Promise<void> {
  await done(by.post(`/proposals/${proposal}/decide`, { outcome: 'adopted', reasons, ...signed }));
}

/** Those who invite see invitations. */
export const inviters: Readers = only('administrator', 'quality-manager', 'planner');

/** A PNG that holds one word in its pixels, uncompressed, and another in a text beside them. */
export function picture(inThePixels: string, beside: string): Buffer {
  const pixels = inThePixels.padEnd(Math.ceil(inThePixels.length / 3) * 3, '.');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.length / 3, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${beside}`)),
    chunk('IDAT', deflateSync(Buffer.from(`\0${pixels}`), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(data, crc32(kind)));
  return Buffer.concat([length, Buffer.from(kind), data, check]);
}
