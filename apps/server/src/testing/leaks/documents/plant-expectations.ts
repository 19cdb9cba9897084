import { actAsSystem } from '../../../access/access.ts';
import { newId } from '../../../platform/ids.ts';
import { answerCited } from '../../../voice/answer-cited.ts';
import { type Ground, adopt, done, picture } from './ground.ts';
import {
  type Readers,
  customerA,
  customerB,
  either,
  holderOfTheLink,
  nobody,
  only,
  peers,
  staff,
  team,
} from './readers.ts';

type Told = {
  readonly customer?: string;
  readonly consent: 'by-name' | 'without-name' | 'none';
  /** Who may read the words, who may read whose they are. */
  readonly words: Readers;
  readonly who: Readers;
  /** The technician's view, the photo: of the team alone, or of the peers as long as their days last. */
  readonly inside?: Readers;
  readonly mail?: string;
};

/** What technicians heard, in every state: among peers, heard by the lead, joined, cited, answered, contested, withdrawn. */
export async function plantExpectations(ground: Ground): Promise<void> {
  const { plant, house, lead, technician, a, b, tokens } = ground;
  const among = await capture(ground, 'among peers', { consent: 'by-name', words: peers, who: peers, inside: peers });
  const alone = await capture(ground, 'heard by the team', { consent: 'by-name', words: team, who: team });
  const hidden = await capture(ground, 'not to be cited', { consent: 'none', words: team, who: team });
  // Who is a household has no account: he reads what is his by his link.
  const mail = `${plant('mail of a household', only('administrator'))}@example.test`;
  const cited: readonly (Told & { readonly is: string })[] = [
    { is: 'cited, of A', customer: a.id, consent: 'by-name', words: either(staff, customerA), who: staff },
    {
      is: 'cited without name, of B',
      customer: b.id,
      consent: 'without-name',
      words: either(staff, customerB),
      who: team,
    },
    { is: 'cited, of a household', consent: 'by-name', words: either(staff, holderOfTheLink), who: staff, mail },
    { is: 'cited without name, of a household', consent: 'without-name', words: staff, who: team },
  ];
  const joined: string[] = [];
  for (const told of cited) joined.push(await capture(ground, told.is, told));
  const withdrawn = await capture(ground, 'withdrawn', {
    consent: 'by-name',
    words: nobody,
    who: nobody,
    inside: team,
  });
  await house.database.owner.query(
    'update voice.expectation set lead_from = now() where organization_id = $1 and expectation_id <> $2',
    [house.organization, among],
  );
  const { theme } = await done(
    lead.post('/themes', { title: plant('title of a theme', staff), expectations: [...joined, hidden, withdrawn] }),
  );
  await done(technician.post(`/expectations/${joined[0]}/consent`, { consent: 'without-name', reason: 'For now.' }));
  const reason = plant('why consent was given again', staff);
  await done(technician.post(`/expectations/${joined[0]}/consent`, { consent: 'by-name', reason }));
  await done(technician.post(`/expectations/${alone}/heard`, { heard: true }));

  const told = either(staff, customerA, customerB, holderOfTheLink);
  const begun = await done(
    lead.post(`/themes/${theme}/proposals`, {
      title: 'A service rule',
      on: {
        kind: 'new-rule',
        title: plant('title of a service rule', told),
        text: plant('the text after', told),
      },
    }),
  );
  const content = { kind: 'paragraph', runs: [{ text: plant('a secret block of a service rule', staff) }] };
  await done(
    lead.put(`/proposals/${begun.proposal}/draft`, {
      changes: [{ kind: 'insert', block: newId(), after: null, content, secret: true }],
    }),
  );
  await adopt(lead, begun.proposal, plant('reasons told to who was cited', told), {
    title: plant('title of a proposal from a theme', staff),
  });
  const { owner } = house.database;
  const decided = await owner.query('select decision_id from core.decision where proposal_id = $1', [begun.proposal]);
  const system = actAsSystem(house.server.parts.doors, house.organization);
  await answerCited(system, decided.rows[0].decision_id, house.server.parts.publicUrl);
  const mails = await owner.query('select body from access.mail where recipient = $1', [mail]);
  tokens.set('/answers/:token', /\/answer\/([\w-]+)/.exec(mails.rows[0].body)![1]!);

  for (const { actor, readers } of [a, b]) {
    const { rows } = await done(actor.get('/said'));
    const { answer } = rows.find((row: { answer: { id: string | null } | null }) => row.answer?.id);
    const words = plant('contest of an answer', either(staff, readers));
    await done(actor.post(`/said/answers/${answer.id}/contest`, { words }));
    await done(
      lead.post(`/answers/${answer.id}/reply`, { words: plant('reply to a contest', either(staff, readers)) }),
    );
  }
  await done(technician.post(`/expectations/${withdrawn}/withdrawal`, { reason: 'He asked.' }));
}

async function capture({ plant, technician }: Ground, is: string, told: Told): Promise<string> {
  const id = newId();
  const inside = told.inside ?? team;
  // What the technician himself thought stays when the customer takes back his words; the photo goes with them.
  const photoReaders = told.words === nobody ? nobody : inside;
  await done(
    technician.put(`/captures/${id}`, {
      customer: told.customer ?? null,
      label: told.customer === undefined ? plant(`household ${is}`, told.who) : '',
      site: plant(`site ${is}`, told.who),
      words: plant(`words ${is}`, told.words),
      language: 'en',
      consent: told.consent,
      contact: { mail: told.mail ?? null, phone: plant(`telephone ${is}`, nobody) },
      view: plant(`the technician’s view, ${is}`, inside),
      happenedAt: '2026-01-05T08:00:00Z',
    }),
  );
  const photo = picture(plant(`photo ${is}`, photoReaders), plant(`comment in the photo ${is}`, nobody));
  await done(technician.call('PUT', `/captures/${id}/photos/${newId()}`, photo));
  return id;
}
