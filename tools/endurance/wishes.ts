import { newId } from '@coprod/server/platform/ids';
import { aDelfor } from '@coprod/server/planning/a-delfor';
import type { Answer } from './caller.ts';
import { type FoundedHouse, password } from './found-house.ts';

/** What a client can want written. */
export const kinds = [
  'interchange',
  'requirement',
  'import',
  'capture',
  'intervention',
  'proposal',
  'transmission',
  'acknowledgement',
] as const;
export type Kind = (typeof kinds)[number];

/** By which way in each comes. */
export const waysIn: Readonly<Record<'planning' | 'certification' | 'voice', readonly Kind[]>> = {
  planning: ['interchange'],
  certification: ['requirement', 'import', 'transmission', 'acknowledgement'],
  voice: ['capture'],
};

/** One thing that a client wants written, under a name by which it is found again. */
export type Wish = {
  readonly kind: Kind;
  readonly name: string;
  /** Sends it, with the same id or the same bytes each time. Answers with what came back. */
  send(): Promise<Answer>;
  /** Whether the answer acknowledges it; `again` when an earlier sending got no answer and may have been written. */
  isAcknowledged(answer: Answer, again: boolean): boolean;
};

/** A client that thinks of one wish after the other; the next is asked for when the last was acknowledged. */
export type Client = (number: number) => Wish | Promise<Wish>;

const ok = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Eight clients, at least one for each way in; each sends one wish at a time. */
export function clientsOf(house: FoundedHouse): readonly Client[] {
  return [
    (number) => interchange(house, number),
    (number) => requirement(house, number),
    (number) => importOf(house, number),
    () => capture(house),
    () => intervention(house),
    () => proposal(house),
    handingOver(house),
  ];
}

/** Planning: a delivery schedule. The same bytes are the same file. */
function interchange({ founder }: FoundedHouse, number: number): Wish {
  const name = `L${String(number).padStart(8, '0')}`;
  const bytes = aDelfor({
    reference: name,
    document: String(number),
    day: '2026-11-24',
    // Several plants, so that no history grows without end.
    place: `P${number % 50}`,
    items: [
      {
        item: 'KIT-A',
        received: 17_280,
        lines: [
          { on: '2026-11-26', quantity: 320 + (number % 9) * 40 },
          { on: '2026-W50', quantity: 420, status: 2 },
        ],
      },
    ],
  });
  return {
    kind: 'interchange',
    name,
    send: () => founder.call('POST', `/interchanges?name=${name}.edi`, bytes),
    isAcknowledged: ok,
  };
}

/** Certification: one clause. A clause stands once in its catalogue, so that the second sending is told that it is there. */
function requirement({ founder, catalogues }: FoundedHouse, number: number): Wish {
  const name = `7.${number}`;
  const body = { clause: name, words: `Clause ${name}: the process is validated.` };
  return {
    kind: 'requirement',
    name,
    send: () => founder.call('POST', `/catalogues/${catalogues[number % catalogues.length]}/requirements`, body),
    isAcknowledged: (answer, again) => ok(answer) || (again && answer.body.code === 'clause-there-already'),
  };
}

/** Certification: a table of three clauses, previewed and confirmed. Confirmed again, its rows are the same as those in force. */
function importOf({ founder, catalogues }: FoundedHouse, number: number): Wish {
  const path = `/catalogues/${catalogues[number % catalogues.length]}/import`;
  const rows = clausesOf(number).map((clause) => `${clause},Clause ${clause}: drums are sealed.`);
  const csv = Buffer.from(['clause,text', ...rows].join('\n'));
  return {
    kind: 'import',
    name: String(number),
    send: async () => {
      const preview = await founder.call('POST', `${path}/preview`, csv);
      return preview.status === 200 ? founder.call('POST', `${path}?seal=${preview.body.seal}`, csv) : preview;
    },
    isAcknowledged: ok,
  };
}

/** The clauses of the n-th table. */
export const clausesOf = (number: number): readonly string[] => [1, 2, 3].map((row) => `8.${number}.${row}`);

/** Voice: an expectation under the id that the phone made. */
function capture({ technician, customer }: FoundedHouse): Wish {
  const name = newId();
  const body = {
    customer,
    label: '',
    site: 'Hall 2',
    words: `Call before you come. ${name}`,
    language: 'en',
    consent: 'by-name',
    contact: { mail: null, phone: null },
    view: 'They wait for us with the line stopped.',
    happenedAt: '2026-11-24T08:00:00Z',
  };
  return {
    kind: 'capture',
    name,
    send: () => technician.call('PUT', `/captures/${name}`, body),
    isAcknowledged: ok,
  };
}

/** Core: a customer's words, under an id of his device. */
function intervention({ approver }: FoundedHouse): Wish {
  const name = newId();
  const body = { id: name, channel: 'certification', words: `We need the log as well. ${name}`, language: 'en' };
  return {
    kind: 'intervention',
    name,
    send: () => approver.call('POST', '/interventions', body),
    isAcknowledged: ok,
  };
}

/** Core: a proposal on the procedure. */
function proposal({ technician, procedure }: FoundedHouse): Wish {
  const name = newId();
  const body = { id: name, title: `Rinse three times ${name}`, on: { kind: 'rule', rule: procedure } };
  return {
    kind: 'proposal',
    name,
    send: () => technician.call('POST', '/proposals', body),
    isAcknowledged: ok,
  };
}

/**
 * Certification: the procedure is prepared, signed and sent, then acknowledged by the customer. What was prepared is sent once: the
 * second sending finds it gone. This client alone sends this procedure, so the newest transmission is his.
 */
function handingOver({ founder, approver, procedure, customer }: FoundedHouse): Client {
  let sent: string | undefined;
  return async () => {
    if (sent !== undefined) {
      const name = sent;
      sent = undefined;
      return {
        kind: 'acknowledgement',
        name,
        send: () => approver.call('POST', `/transmissions/${name}/acknowledge`, {}),
        isAcknowledged: (answer, again) => ok(answer) || (again && answer.body.code === 'already-answered'),
      };
    }
    const prepared = await founder.call('POST', `/rules/${procedure}/transmissions/prepare`, {
      customers: [{ customer, withheld: [] }],
    });
    if (!ok(prepared)) throw new Error(`nothing prepared: ${JSON.stringify(prepared.body)}`);
    const { id, sha256 } = prepared.body.prepared[0];
    const body = { prepared: [id], meaning: 'I hand this over', credential: { password } };
    return {
      kind: 'transmission',
      name: sha256,
      send: async () => {
        const answer = await founder.call('POST', `/rules/${procedure}/transmissions`, body);
        if (!ok(answer) && answer.status !== 404) return answer;
        const list = await founder.call('GET', `/transmissions?rule=${procedure}&customer=${customer}&limit=1`);
        if (!ok(list)) return list;
        sent = list.body.rows[0]?.id as string | undefined;
        return answer;
      },
      isAcknowledged: (answer, again) => ok(answer) || (again && answer.status === 404 && sent !== undefined),
    };
  };
}
