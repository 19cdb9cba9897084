import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actAsSystem } from '../access/access.ts';
import { newId } from '../platform/ids.ts';
import { type House, type Someone, aHouse } from '../testing/a-house.ts';
import { answerCited } from './answer-cited.ts';

let house: House;
let alix: Someone;
let sam: Someone;
let noa: Someone;
let other: Someone;
let planner: Someone;
let clinic: string;
let approver: Someone;
let stranger: Someone;

before(async () => {
  house = await aHouse({ name: 'Réseau Hautval' });
  const [north, south] = [await house.addTeam('Nord'), await house.addTeam('Sud')];
  clinic = await house.addCustomer('Clinique des Tilleuls');
  const town = await house.addCustomer('Mairie de Roqueval');
  alix = await house.addPerson('Alix', ['technician'], { team: north });
  sam = await house.addPerson('Sam', ['technician'], { team: north });
  noa = await house.addPerson('Noa', ['team-lead'], { team: north });
  other = await house.addPerson('Lou', ['technician'], { team: south });
  planner = await house.addPerson('Sacha', ['planner']);
  approver = await house.addPerson('Charlie', ['approver'], { customer: clinic });
  stranger = await house.addPerson('Dany', ['approver'], { customer: town });
});
after(() => house.close());

const aCapture = (words: string, more: object = {}): Record<string, unknown> => ({
  customer: null,
  label: '',
  site: '',
  words,
  language: 'en',
  consent: 'without-name',
  contact: { mail: null, phone: null },
  view: null,
  happenedAt: '2026-11-20T10:00:00Z',
  ...more,
});

async function capture(by: Someone, words: string, more: object = {}): Promise<string> {
  const id = newId();
  const kept = await by.put(`/captures/${id}`, aCapture(words, more));
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  return id;
}

const wordsSeenBy = async (who: Someone): Promise<string[]> =>
  (await who.get('/expectations?limit=200')).body.rows.map((row: { words: string }) => row.words);

async function theme(by: Someone, title: string, expectations: readonly string[]): Promise<string> {
  const made = await by.post('/themes', { title, expectations });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.theme;
}

/** Decides a proposal as its owner would, by the use cases, and waits until everybody who was cited has his answer. */
async function decideAndAnswer(proposal: string, by: Someone): Promise<void> {
  const { decide } = await import('../core/decide.ts');
  const { openProposal } = await import('../core/deliberate.ts');
  const access = await accessOf(by);
  const opened = await openProposal(access, proposal, {
    title: 'Call before coming',
    why: 'They ask for it',
    method: 'by-owner',
    term: null,
    effect: { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' },
  });
  assert.ok(opened.ok);
  const signature = { credential: 'password', meaning: 'I decide' } as const;
  const decided = await decide(access, proposal, { outcome: 'adopted', reasons: 'It is fair.', signature });
  assert.ok(decided.ok, JSON.stringify(decided));
  const system = actAsSystem(house.server.parts.doors, house.organization);
  await answerCited(system, decided.value.decision, new URL('http://localhost:8080'));
}

/** The access that the server makes for a request of this person. */
async function accessOf(who: Someone): Promise<import('../access/access.ts').Access> {
  const { openIdentify } = await import('../access/identify.ts');
  const { parts } = house.server;
  const identify = openIdentify(parts.people, parts.signIn, parts.doors);
  const found = await identify.member({ headers: { cookie: who.cookie } } as never, house.slug, 'write');
  assert.ok(found.ok);
  return found.value;
}

test('an expectation sent 40 times at once and again later is there once, and each sending gets the same answer', async () => {
  const id = newId();
  const body = aCapture('Call me before you come', { customer: clinic, consent: 'by-name' });
  const sent = await Promise.all(Array.from({ length: 40 }, () => alix.put(`/captures/${id}`, body)));
  sent.push(await alix.put(`/captures/${id}`, body));
  const answers = new Set(sent.map((one) => `${one.status} ${JSON.stringify(one.body)}`));
  assert.equal(answers.size, 1, [...answers].join('\n'));
  assert.equal(sent[0]!.status, 200);
  const { rows } = await house.database.owner.query(
    'select count(*)::int as n from voice.expectation where expectation_id = $1',
    [id],
  );
  assert.equal(rows[0].n, 1);
  console.log(`${sent.length} sendings, 40 of them at once: 1 expectation, 1 answer`);
});

test('the same id with other words is refused, and what came first stays', async () => {
  const id = await capture(alix, 'The first words');
  const again = await alix.put(`/captures/${id}`, aCapture('Other words'));
  assert.equal(again.status, 409);
  assert.equal(again.body.code, 'sent-before-with-other-content');
  assert.equal((await sam.put(`/captures/${id}`, aCapture('The first words'))).status, 409, 'nor by somebody else');
  assert.equal((await alix.get(`/expectations/${id}`)).body.words, 'The first words');
});

test('peers see it at once, the lead after the peers’ days, other teams and roles not at all', async () => {
  const words = 'Nobody tells me when you come, peers first';
  const id = await capture(alix, words);
  for (const peer of [alix, sam]) assert.ok((await wordsSeenBy(peer)).includes(words), peer.name);
  for (const one of [noa, other, planner, house.founder]) {
    assert.ok(!(await wordsSeenBy(one)).includes(words), one.name);
    assert.equal((await one.get(`/expectations/${id}`)).status, 404, one.name);
  }
  await house.database.owner.query(`update voice.expectation set lead_from = now() where expectation_id = $1`, [id]);
  assert.ok((await wordsSeenBy(noa)).includes(words));
  assert.ok(!(await wordsSeenBy(other)).includes(words));
});

test('once joined to a theme everybody sees the words, without the name if so wished, and nobody sees who brought them', async () => {
  const named = await capture(alix, 'Please ring twice', { customer: clinic, consent: 'by-name' });
  const nameless = await capture(alix, 'Ring, do not knock', { customer: clinic, consent: 'without-name' });
  const hidden = await capture(alix, 'Never ring at night', { label: 'Famille Secrète', consent: 'none' });
  const id = await theme(alix, 'Ringing', [named, nameless, hidden]);
  const { rows } = (await planner.get(`/expectations?theme=${id}`)).body;
  assert.deepEqual(
    rows.map((row: { words: string; customer: string | null }) => [row.words, row.customer]).toSorted(),
    [
      ['Please ring twice', 'Clinique des Tilleuls'],
      ['Ring, do not knock', null],
    ],
  );
  const told = (await planner.get(`/themes/${id}`)).body;
  assert.deepEqual([told.customers, told.expectations, told.countedOnly], [2, 3, 1], 'the hidden one counts');
  const bytes = [
    await planner.get(`/expectations?theme=${id}`),
    await planner.get(`/expectations/${named}`),
    await noa.get(`/expectations/${named}`),
    await planner.get(`/themes/${id}`),
  ].map((answer) => answer.bytes.toString());
  for (const text of bytes) {
    assert.doesNotMatch(text, /Never ring at night|Famille Secrète/);
    assert.ok(!text.includes(alix.membership) && !text.includes('Alix'), text);
  }
});

test('the technician’s view is a field of its own, seen by the team alone', async () => {
  const view = 'The dispatch list is printed too early';
  const id = await capture(alix, 'You came without warning', { view });
  await theme(alix, 'Warning', [id]);
  assert.equal((await sam.get(`/expectations/${id}`)).body.view.text, view);
  assert.equal((await planner.get(`/expectations/${id}`)).body.view, null);
  assert.equal((await planner.get(`/expectations/${id}`)).body.words, 'You came without warning');
  assert.equal((await noa.get(`/expectations/${id}`)).body.view, null, 'the lead not before the peers’ days are over');
});

test('“I heard the same” counts each technician once, and can be taken back', async () => {
  const id = await capture(alix, 'Two keys for the shed');
  assert.equal((await sam.post(`/expectations/${id}/heard`, { heard: true })).body.heard, 2);
  const again = await Promise.all([1, 2, 3, 4].map(() => sam.post(`/expectations/${id}/heard`, { heard: true })));
  assert.ok(again.every((answer) => answer.body.heard === 2));
  assert.equal(
    (await alix.post(`/expectations/${id}/heard`, { heard: true })).body.heard,
    2,
    'whoever brought it counts already',
  );
  assert.equal((await sam.post(`/expectations/${id}/heard`, { heard: false })).body.heard, 1);
});

test('a joining and a split can be undone, and the weight follows', async () => {
  const [a, b, c] = [
    await capture(alix, 'Lights on the path', { label: 'Famille A' }),
    await capture(alix, 'Lights in the yard', { label: 'Famille B' }),
    await capture(alix, 'Lights please', { label: 'famille  a' }),
  ];
  await house.database.owner.query('update voice.expectation set lead_from = now() where expectation_id = any ($1)', [
    [a, b, c],
  ]);
  const first = await theme(noa, 'Lights', [a, b, c]);
  const weight = async (id: string): Promise<number> => (await planner.get(`/themes/${id}`)).body.customers;
  assert.equal(await weight(first), 2, 'the same household counts once');
  const split = await noa.post(`/themes/${first}/split`, { title: 'Yard lights', expectations: [b] });
  assert.deepEqual([await weight(first), await weight(split.body.theme)], [1, 1]);
  const [joining] = (await noa.get(`/themes/${split.body.theme}`)).body.joinings;
  assert.equal((await noa.post(`/joinings/${joining.id}/undoing`)).status, 200);
  assert.deepEqual([await weight(first), await weight(split.body.theme)], [2, 0]);
  assert.equal((await noa.post(`/joinings/${joining.id}/undoing`)).status, 404, 'once');
  const forA = (await noa.get(`/themes/${first}`)).body.joinings.find(
    (j: { expectation: string }) => j.expectation === a,
  );
  assert.equal((await noa.post(`/joinings/${forA.id}/undoing`)).status, 200);
  assert.equal((await planner.get(`/expectations/${a}`)).status, 404, 'alone again, it is the team’s');
});

test('everyone cited gets an answer with the text before and after: portal, mail, link', async () => {
  const mine = await capture(alix, 'Ring before coming to the clinic', { customer: clinic, consent: 'by-name' });
  const nameless = await capture(alix, 'Tell us the hour at the clinic', { customer: clinic });
  const household = await capture(alix, 'I took the whole day off and he came at five', {
    label: 'Famille Perrin',
    consent: 'by-name',
    contact: { mail: 'perrin@example.test', phone: null },
  });
  const silent = await capture(alix, 'This must not be told', { label: 'Famille Muette', consent: 'none' });
  const id = await theme(alix, 'Nobody tells me when you come', [mine, nameless, household, silent]);
  const begun = await noa.post(`/themes/${id}/proposals`, {
    title: 'Call before coming',
    on: { kind: 'new-rule', title: 'Before a visit', text: 'The technician calls two hours before arriving.' },
  });
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  const { rows: cited } = await house.database.owner.query(
    `select i.words, i.customer_id, i.consent from core.intervention i join core.proposal_intervention l using (organization_id, intervention_id)
     where l.proposal_id = $1 order by i.words`,
    [begun.body.proposal],
  );
  assert.deepEqual(
    cited.map((row) => [row.words, row.customer_id, row.consent]),
    [
      ['I took the whole day off and he came at five', null, 'by-name'],
      ['Ring before coming to the clinic', clinic, 'by-name'],
      ['Tell us the hour at the clinic', null, 'without-name'],
    ],
  );
  await decideAndAnswer(begun.body.proposal, noa);
  assert.equal((await planner.get(`/themes/${id}`)).body.state, 'answered');
  assert.equal((await planner.get(`/themes/${id}`)).body.answers.sent, 3);

  const said = (await approver.get('/said')).body.rows.filter((row: { answer: unknown }) => row.answer !== null);
  assert.deepEqual(said.map((row: { words: string }) => row.words).toSorted(), [
    'Ring before coming to the clinic',
    'Tell us the hour at the clinic',
  ]);
  const answer = await approver.get(`/said/answers/${said[0].answer.id}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.deepEqual(answer.body.document.changes, [
    { before: null, after: 'The technician calls two hours before arriving.' },
  ]);
  assert.equal((await stranger.get(`/said/answers/${said[0].answer.id}`)).status, 404);
  assert.equal((await stranger.get('/said')).bytes.toString().includes('clinic'), false);

  const { rows: mails } = await house.database.owner.query(
    `select recipient, body from access.mail where about_kind = 'answer'`,
  );
  assert.deepEqual(
    mails.map((mail) => String(mail.recipient).replace(/-.*@/, '@')).toSorted((a, b) => (a < b ? -1 : 1)),
    ['charlie@example.test', 'perrin@example.test'],
  );
  const mail = mails.find((one) => one.recipient === 'perrin@example.test');
  assert.match(mail.body, /The technician calls two hours before arriving/);
  assert.doesNotMatch(mail.body, /whole day off/, 'a mail cannot be taken back');

  const token = /\/answer\/([\w-]+)/.exec(mail.body)![1]!;
  const page = await fetch(`${house.server.url}/api/answers/${token}`);
  const told = (await page.json()) as { document: { words: { text: string } } };
  assert.equal(told.document.words.text, 'I took the whole day off and he came at five');
  const forged = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
  assert.equal((await fetch(`${house.server.url}/api/answers/${forged}`)).status, 404);

  const contest = await fetch(`${house.server.url}/api/answers/${token}/contest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: 'I meant the evening' }),
  });
  assert.equal(contest.status, 200, await contest.text());
  const seen = (await noa.get(`/expectations/${household}`)).body.answers[0];
  assert.equal(seen.contested.words, 'I meant the evening');
  assert.equal((await noa.post(`/answers/${seen.id}/reply`, { words: 'We look at it' })).status, 200);
  assert.equal((await noa.post(`/answers/${seen.id}/reply`, { words: 'Again' })).status, 409);

  const again = await answerCited(
    actAsSystem(house.server.parts.doors, house.organization),
    (
      await house.database.owner.query('select decision_id from core.decision where proposal_id = $1', [
        begun.body.proposal,
      ])
    ).rows[0].decision_id,
    new URL('http://localhost:8080'),
  );
  assert.equal(again, 0, 'tried again, the job answers nobody twice');
  const handed = await alix.post(`/answers/${seen.id}/link`);
  assert.equal(handed.status, 200);
  assert.equal((await fetch(`${house.server.url}/api/answers/${token}`)).status, 404, 'the link before is void');
  assert.equal((await other.post(`/answers/${seen.id}/link`)).status, 404, 'not by another team');
});

test('withdrawn words are in no byte afterwards, and the count and the proof stay', async () => {
  const secret = 'xylophonesecret';
  const home = 'Famille Zzyzxhome';
  const ids = [
    await capture(alix, `Ring the ${secret} before coming`, {
      label: home,
      site: 'Allée Zzyzxhome 4',
      consent: 'by-name',
      contact: { mail: 'zzyzxhome@example.test', phone: null },
    }),
    await capture(alix, 'Ring before coming, please', { label: 'Famille Reste' }),
  ];
  const id = await theme(alix, `Ring before coming`, ids);
  const begun = await noa.post(`/themes/${id}/proposals`, {
    title: 'Ring',
    on: { kind: 'new-rule', title: 'Ringing', text: 'The technician rings.' },
  });
  await decideAndAnswer(begun.body.proposal, noa);
  const holds = async (text: string): Promise<string[]> => {
    const { rows: tables } = await house.database.owner.query(
      `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('voice', 'core', 'access', 'jobs', 'auth')`,
    );
    const found: string[] = [];
    for (const { t } of tables) {
      const { rows } = await house.database.owner.query(
        `select count(*)::int as n from ${t} x where x::text ilike '%' || $1 || '%' or x::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`,
        [text],
      );
      if (rows[0].n > 0) found.push(t);
    }
    return found;
  };
  assert.ok((await holds(secret)).includes('core.ledger_body'), 'before, it is found where it was shown');
  const before = (await planner.get(`/themes/${id}`)).body;
  const { rows: entries } = await house.database.owner.query('select count(*)::int as n from core.ledger_entry');

  const { rows: mails } = await house.database.owner.query(
    `select body from access.mail where recipient = 'zzyzxhome@example.test'`,
  );
  const token = /\/answer\/([\w-]+)/.exec(mails[0].body)![1]!;
  const post = (act: string) =>
    fetch(`${house.server.url}/api/answers/${token}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
  assert.equal((await post('withdrawal')).status, 200);
  assert.equal((await post('withdrawal')).status, 200, 'again, no further effect');

  assert.deepEqual(await holds(secret), []);
  assert.deepEqual(await holds(home), []);
  const now = (await planner.get(`/themes/${id}`)).body;
  assert.deepEqual([now.customers, now.expectations], [before.customers, before.expectations], 'he counts as before');
  const { rows: later } = await house.database.owner.query('select count(*)::int as n from core.ledger_entry');
  assert.equal(later[0].n, entries[0].n + 1, 'no entry is gone; one tells of the withdrawal');
  const page = await fetch(`${house.server.url}/api/answers/${token}`);
  assert.equal(((await page.json()) as { document: unknown }).document, null);

  let asked = 0;
  for (const who of [alix, sam, noa, other, planner, house.founder, approver, stranger]) {
    for (const path of [
      '/expectations?limit=200',
      `/expectations/${ids[0]}`,
      `/expectations?words=${secret}`,
      '/themes',
      `/themes/${id}`,
      `/themes/${id}/suggestions`,
      '/said',
      '/interventions?limit=200',
      `/search?q=${secret}`,
      '/waiting',
    ]) {
      const answer = await who.get(path);
      asked += 1;
      assert.ok(!answer.bytes.toString().replace(`words=${secret}`, '').includes(secret), `${who.name} ${path}`);
    }
  }
  console.log(`secret searched in every table and in ${asked} answers: 0 found`);
});

test('a customer withdraws his own words in the portal, and nobody else’s', async () => {
  const id = await capture(alix, 'The clinic wants mornings', { customer: clinic });
  const withdraw = (who: Someone) => who.post(`/said/${id}/withdrawal`);
  assert.equal((await withdraw(approver)).status, 404, 'not cited yet: it is the peers’');
  const in_ = await theme(alix, 'Mornings', [id]);
  await planner.post(`/themes/${in_}/proposals`, {
    title: 'Mornings',
    on: { kind: 'new-rule', title: 'Mornings', text: 'In the morning.' },
  });
  assert.equal((await withdraw(stranger)).status, 404);
  assert.equal((await withdraw(approver)).status, 200);
  assert.equal((await alix.get(`/expectations/${id}`)).body.state, 'withdrawn');
});

test('a technician changes consent with a reason, and the history tells it', async () => {
  const id = await capture(alix, 'Mornings are better', { label: 'Famille Nom', consent: 'by-name' });
  const in_ = await theme(alix, 'Better mornings', [id]);
  assert.equal((await planner.get(`/expectations?theme=${in_}`)).body.rows[0].customer, 'Famille Nom');
  const change = (who: Someone, consent: string) =>
    who.post(`/expectations/${id}/consent`, { consent, reason: 'He rang me' });
  assert.equal((await change(other, 'none')).status, 404, 'not by another team');
  assert.equal((await change(sam, 'without-name')).status, 200);
  assert.equal((await planner.get(`/expectations?theme=${in_}`)).body.rows[0].customer, null);
  assert.equal((await change(sam, 'none')).status, 200);
  assert.equal((await planner.get(`/expectations?theme=${in_}`)).body.rows.length, 0);
  assert.equal((await planner.get(`/themes/${in_}`)).body.customers, 1, 'only counted');
  assert.deepEqual(
    (await alix.get(`/expectations/${id}`)).body.consentChanges.map((c: { after: string }) => c.after),
    ['without-name', 'none'],
  );
});

test('the days among peers come from the rule in force, and the act names its version', async () => {
  const { beginProposal } = await import('../core/begin-proposal.ts');
  const access = await accessOf(noa);
  const begun = await beginProposal(access, {
    title: 'Peers first',
    why: '',
    method: 'by-owner',
    on: {
      kind: 'new-rule',
      rule: {
        kind: 'service',
        regulation: 'joint',
        title: 'Peers first',
        label: null,
        language: 'en',
        customer: null,
        reviewOn: null,
        blocks: [
          { kind: 'paragraph', runs: [{ text: 'The peers have ' }, { parameter: 'peers-days' }, { text: ' days.' }] },
        ],
        parameters: { 'peers-days': 5 },
      },
    },
    interventions: [],
  });
  assert.ok(begun.ok);
  await decideAndAnswer(begun.value.proposal, noa);
  const id = newId();
  const { body } = await alix.put(`/captures/${id}`, aCapture('Five days among peers'));
  const days = Temporal.Instant.from(body.leadFrom).since(Temporal.Instant.from(body.receivedAt)).total('hours') / 24;
  assert.equal(days, 5);
  const { rows } = await house.database.owner.query(
    'select r.rule_id, r.version, r.parameters from core.act a join core.act_rule r using (organization_id, act_id) where a.subject_id = $1',
    [id],
  );
  assert.deepEqual(rows, [{ rule_id: begun.value.rule, version: 1, parameters: { 'peers-days': 5 } }]);
});

test('a customer’s side reaches no expectation, no theme and no capture', async () => {
  for (const path of ['/expectations', '/themes', '/captures/choices']) {
    assert.equal((await approver.get(path)).status, 404, path);
  }
  assert.equal((await approver.put(`/captures/${newId()}`, aCapture('From outside'))).status, 404);
});
