import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';
import { type AskedItem, type DelforWish, aDelfor } from './a-delfor.ts';
import { applyInterchange } from './apply-interchange.ts';
import { actAsSystem } from '../access/access.ts';

const none = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

/** A plant with a customer whose identification is known, rules agreed with him, and a second customer beside. */
describe('A call-off comes in, and a rule answers it', () => {
  let house: House;
  let planner: Someone;
  let scheduler: Someone;
  let stranger: Someone;
  let norvik: string;
  before(async () => {
    house = await aHouse({ name: 'Ateliers Morvane' });
    planner = await house.addPerson('Sacha', ['planner']);
    norvik = await house.addCustomer('Norvik Automobiles');
    const brenval = await house.addCustomer('Brenval Trucks');
    scheduler = await house.addPerson('Charlie', ['scheduler'], { customer: norvik });
    stranger = await house.addPerson('Robin', ['scheduler'], { customer: brenval });
    await done(planner.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' }), 201);
    await agree({ 'frozen-days': 5, 'tolerance-production': 15, 'tolerance-firm': 0, 'answer-hours': 4 });
  });
  after(() => house.close());

  const done = async (answer: Promise<Answer>, status: number): Promise<Answer['body']> => {
    const { status: got, body } = await answer;
    assert.equal(got, status, JSON.stringify(body));
    return body;
  };
  const agree = async (parameters: Record<string, number | boolean>): Promise<void> => {
    const { proposal } = await done(
      planner.post('/proposals', {
        title: 'Frozen days with Norvik',
        on: {
          kind: 'new-rule',
          rule: {
            kind: 'planning',
            regulation: 'joint',
            title: 'Frozen days with Norvik',
            language: 'en',
            customer: norvik,
            blocks: [],
            parameters,
          },
        },
      }),
      201,
    );
    await done(
      planner.post(`/proposals/${proposal}/open`, { title: 'Frozen days', method: 'by-owner', effect: none }),
      200,
    );
    await done(
      planner.post(`/proposals/${proposal}/decide`, {
        outcome: 'adopted',
        reasons: 'Agreed with Norvik.',
        meaning: 'I decide this for Ateliers Morvane',
        credential: { password: testPassword },
      }),
      201,
    );
  };
  const send = (wish: DelforWish): Promise<Answer> =>
    planner.call('POST', '/interchanges?name=norvik.edi', aDelfor(wish));
  /** The job runs by itself as well; run here, a test need not wait for it, and it has one effect. */
  const applied = async (wish: DelforWish): Promise<Answer['body']> => {
    const { interchange } = (await done(send(wish), 202)).interchanges[0];
    await applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);
    const { releases } = await done(planner.get(`/interchanges/${interchange}`), 200);
    assert.equal(releases.length, 1);
    return done(planner.get(`/releases/${releases[0].id}`), 200);
  };
  const kit = (quantities: readonly number[], more: Partial<AskedItem> = {}): AskedItem => ({
    item: 'KIT-A',
    received: 1000,
    lines: quantities.map((quantity, index) => ({
      on: ['2026-11-26', '2026-11-30', '2026-12-09', '2026-12-16'][index]!,
      quantity,
      status: index < 2 ? 1 : 2,
    })),
    ...more,
  });

  test('the same file sent twice has one effect and the same answer', async () => {
    const wish = { reference: '900', document: '4690', day: '2026-11-09', place: 'P9', items: [kit([320, 320])] };
    const first = await done(send(wish), 202);
    const again = await done(send(wish), 202);
    assert.deepEqual(again, first);
    await applyInterchange(
      actAsSystem(house.server.parts.doors, house.organization),
      first.interchanges[0].interchange,
    );
    await applyInterchange(
      actAsSystem(house.server.parts.doors, house.organization),
      first.interchanges[0].interchange,
    );
    const { releases } = await done(planner.get(`/interchanges/${first.interchanges[0].interchange}`), 200);
    assert.equal(releases.length, 1);
  });

  test('the same file sent ten times at once has one effect', async () => {
    const wish = { reference: '901', document: '4691', day: '2026-11-09', place: 'P9', items: [kit([320, 330])] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(wish)));
    assert.equal(new Set(answers.map((a) => JSON.stringify(a.body))).size, 1);
    assert.ok(answers.every((a) => a.status === 202));
  });

  test('the same control reference with other bytes is quarantined until the planner has compared both', async () => {
    const wish = { reference: '910', document: '4692', day: '2026-11-10', place: 'Q', items: [kit([320, 320])] };
    const first = await done(send(wish), 202);
    const other = await send({ ...wish, items: [kit([320, 640])] });
    assert.equal(other.status, 409);
    assert.equal(other.body.code, 'changed-under-same-reference');
    assert.equal(other.body.extra.earlier, first.interchanges[0].interchange);
    const page = await done(planner.get(`/interchanges/${other.body.extra.interchange}`), 200);
    assert.equal(page.state, 'quarantined');
    assert.equal(page.conflictsWith, first.interchanges[0].interchange);
    assert.equal(page.releases.length, 0);
    await done(planner.post(`/interchanges/${page.id}/decision`, { choice: 'read' }), 200);
    await applyInterchange(actAsSystem(house.server.parts.doors, house.organization), page.id);
    assert.equal((await done(planner.get(`/interchanges/${page.id}`), 200)).releases[0].state, 'applied');
  });

  test('a file of an unknown sender is kept, and read once the planner has chosen its customer', async () => {
    const wish = { sender: 'BRENVAL', reference: '1', document: 'B-1', day: '2026-11-23', items: [kit([10])] };
    const refused = await send(wish);
    assert.equal(refused.status, 422);
    assert.equal(refused.body.code, 'unknown-sender');
    assert.match(refused.body.title, /No customer uses the sender BRENVAL yet/);
    const kept = await planner.get(`/interchanges/${refused.body.extra.interchange}/bytes`);
    assert.deepEqual(kept.bytes, aDelfor(wish));
    const chosen = await done(
      planner.post('/partners', { customer: stranger ? await brenvalId() : '', sender: 'BRENVAL', qualifier: 'ZZ' }),
      201,
    );
    assert.equal(chosen.read, 1);
  });
  const brenvalId = async (): Promise<string> =>
    (await house.database.owner.query(`select customer_id from access.customer where name = 'Brenval Trucks'`)).rows[0]
      .customer_id;

  test('wrong counts are refused with segment and position, and the bytes are kept', async () => {
    const bytes = Buffer.from(
      aDelfor({ reference: '920', document: '4693', day: '2026-11-10', items: [kit([5])] })
        .toString()
        .replace(/UNT\+\d+/, 'UNT+99'),
    );
    const refused = await planner.call('POST', '/interchanges', bytes);
    assert.equal(refused.status, 422);
    assert.equal(refused.body.code, 'unreadable-interchange');
    assert.match(refused.body.title, /^Segment \d+ \(UNT\), byte \d+/);
    const kept = await planner.get(`/interchanges/${refused.body.extra.interchange}/bytes`);
    assert.deepEqual(kept.bytes, bytes);
    const page = await done(planner.get(`/interchanges/${refused.body.extra.interchange}`), 200);
    assert.ok(
      page.segments.some((s: { tag: string; findings: unknown[] }) => s.tag === 'UNT' && s.findings.length > 0),
    );
    // Again: the same answer, nothing doubled.
    assert.deepEqual((await planner.call('POST', '/interchanges', bytes)).body, refused.body);
  });

  test('what is no EDI at all is refused and kept', async () => {
    const refused = await planner.call('POST', '/interchanges', Buffer.from('Dear Sacha, please send 360 more.'));
    assert.equal(refused.status, 422);
    assert.equal(refused.body.code, 'no-interchange');
    assert.equal((await planner.get(`/interchanges/${refused.body.extra.interchange}/bytes`)).status, 200);
  });

  test('releases are applied in the order of their documents: a late older one is kept, not applied', async () => {
    const at = (document: string, day: string, reference: string, quantity: number): DelforWish => ({
      reference,
      document,
      day,
      place: 'LATE',
      items: [kit([quantity])],
    });
    const newer = await applied(at('4702', '2026-11-17', '931', 320));
    const older = await applied(at('4701', '2026-11-10', '930', 400));
    assert.equal(newer.state, 'applied');
    assert.equal(older.state, 'late');
    const newest = await applied(at('4703', '2026-11-18', '932', 320));
    assert.equal(newest.replaces.document, '4702');
  });

  test('a customer who sends each item in a document of its own has each compared with its own last one', async () => {
    const items = Array.from({ length: 30 }, (_, index) => `PART-${index}`);
    const round = async (day: string, number: number, second: number): Promise<Answer['body'][]> => {
      const releases = [];
      for (const [index, item] of items.entries())
        releases.push(
          await applied({
            reference: `EACH${number + index}`,
            document: `${number + index}`,
            day,
            place: 'EACH',
            items: [{ ...kit([320, second]), item }],
          }),
        );
      return releases;
    };
    await round('2026-11-17', 100, 320);
    const again = await round('2026-11-24', 200, 680);
    assert.deepEqual(
      again.map((release) => [release.state, release.replaces.document, release.outside]),
      items.map((_, index) => ['applied', `${100 + index}`, 1]),
    );
    // A document with a smaller number of the same day is late only for the items that it speaks of.
    const other = await applied({
      reference: 'EACH150',
      document: '150',
      day: '2026-11-24',
      place: 'EACH',
      items: [{ ...kit([320]), item: 'PART-NEW' }],
    });
    assert.equal(other.state, 'applied');
  });

  test('only time passing and goods moving is no change', async () => {
    const place = 'TIME';
    await applied({ reference: '940', document: '1', day: '2026-11-23', place, items: [kit([320, 320, 420])] });
    const next = await applied({
      reference: '941',
      document: '2',
      day: '2026-11-27',
      place,
      items: [
        {
          ...kit([]),
          received: 1320,
          lines: [
            { on: '2026-11-30', quantity: 320 },
            { on: '2026-12-09', quantity: 420, status: 2 },
          ],
        },
      ],
    });
    assert.equal(next.changes, 0);
    assert.equal(next.lines[0].drift, 'same');
  });

  test('a change inside the tolerance passes by itself, and the act keeps the rule version that let it', async () => {
    const place = 'TOLERANCE';
    await applied({ reference: '950', document: '1', day: '2026-11-23', place, items: [kit([320, 320, 400, 400])] });
    const next = await applied({
      reference: '951',
      document: '2',
      day: '2026-11-24',
      place,
      items: [kit([320, 320, 440, 400])],
    });
    assert.equal(next.outside, 0);
    const verdicts = next.lines[0].weeks.flatMap((w: { verdict: unknown }) => (w.verdict === null ? [] : [w.verdict]));
    assert.equal(verdicts.length, 1);
    assert.deepEqual(
      [verdicts[0].kind, verdicts[0].by, verdicts[0].difference, verdicts[0].allowed, verdicts[0].rule.version],
      ['passes', 'tolerance-production', 40, 60, 1],
    );
    const acts = await house.database.owner.query(
      `select r.version from core.act a join core.act_rule r using (organization_id, act_id) where a.subject_id = $1`,
      [next.id],
    );
    assert.deepEqual(acts.rows, [{ version: 1 }]);
  });

  const outside = async (place: string, reference: number, remark?: string): Promise<Answer['body']> => {
    await applied({
      reference: `${reference}`,
      document: '4703',
      day: '2026-11-20',
      place,
      items: [kit([320, 320, 420, 400])],
    });
    return applied({
      reference: `${reference + 1}`,
      document: '4711',
      day: '2026-11-25',
      place,
      items: [kit([320, 680, 420, 400], remark === undefined ? {} : { remark })],
    });
  };

  test('a change inside the frozen days opens an intervention in the customer’s words, due by the rule', async () => {
    const release = await outside('FROZEN', 960, 'Bitte 360 Stück zusätzlich bis Mo 30.11.');
    assert.equal(release.outside, 1);
    const [line] = release.lines;
    const week = line.weeks.find((w: { verdict: { kind: string } | null }) => w.verdict?.kind === 'outside');
    assert.deepEqual([week.was, week.asked, week.verdict.difference, week.verdict.by], [320, 680, 360, 'frozen-days']);
    assert.equal(week.verdict.rule.value, 5);
    const intervention = await done(planner.get(`/interventions/${line.intervention.id}`), 200);
    assert.equal(intervention.words, 'Bitte 360 Stück zusätzlich bis Mo 30.11.');
    assert.equal(intervention.channel, 'planning');
    const hours = Temporal.Instant.from(intervention.dueAt)
      .since(Temporal.Instant.from(release.appliedAt))
      .total('hours');
    assert.equal(hours.toFixed(2), '4.00');
    const waiting = await done(planner.get('/waiting'), 200);
    assert.ok(JSON.stringify(waiting).includes(line.intervention.id));
  });

  test('the planner offers, citing the rule version; the customer takes it, and it is promised', async () => {
    const release = await outside('OFFER', 970);
    const { intervention } = release.lines[0];
    const lines = [
      { on: '2026-11-30', quantity: 280 },
      { on: '2026-12-02', quantity: 80 },
    ];
    const { reply } = await done(
      planner.post(`/interventions/${intervention.id}/reply`, {
        kind: 'offer',
        words: 'We can do it in two parts.',
        lines,
      }),
      201,
    );
    assert.equal(
      (await planner.post(`/interventions/${intervention.id}/reply`, { kind: 'accept', words: 'Yes' })).body.code,
      'offer-open',
    );
    assert.ok(JSON.stringify(await done(scheduler.get('/waiting'), 200)).includes(reply));
    const seen = await done(scheduler.get(`/offers/${reply}`), 200);
    assert.deepEqual(seen.lines, lines);
    assert.deepEqual([seen.rule.label, seen.rule.version, seen.rule.value, seen.rule.agreed], ['R-1', 1, 5, true]);
    assert.equal(seen.rule.id, null);

    assert.equal((await stranger.get(`/offers/${reply}`)).status, 404);
    assert.equal((await stranger.post(`/offers/${reply}/answer`, { outcome: 'taken' })).status, 404);
    await done(scheduler.post(`/offers/${reply}/answer`, { outcome: 'taken' }), 200);
    assert.equal((await scheduler.post(`/offers/${reply}/answer`, { outcome: 'taken' })).body.code, 'already-answered');
    const { rows } = await done(scheduler.get('/promises'), 200);
    assert.deepEqual(
      rows
        .map((p: { promised: unknown }) => p.promised)
        .toSorted((a: { on: string }, b: { on: string }) => (a.on < b.on ? -1 : 1)),
      lines,
    );
    assert.equal((await done(planner.get(`/interventions/${intervention.id}`), 200)).state, 'answered');
    const entries = await house.database.owner.query(
      `select kind from core.ledger_entry where customer_id = $1 and kind in ('offer-made', 'offer-answered', 'promise-made') order by kind`,
      [norvik],
    );
    assert.deepEqual(
      entries.rows.map((r) => r.kind),
      ['offer-answered', 'offer-made', 'promise-made', 'promise-made'],
    );
  });

  test('once an offer is taken, the promise is what the next release is measured by, not the older wish', async () => {
    const release = await outside('PROMISED', 974);
    const lines = [
      { on: '2026-11-30', quantity: 600 },
      { on: '2026-12-02', quantity: 80 },
    ];
    const offer = { kind: 'offer', words: 'In two parts.', lines };
    const { id } = release.lines[0].intervention;
    const { reply } = await done(planner.post(`/interventions/${id}/reply`, offer), 201);
    await done(scheduler.post(`/offers/${reply}/answer`, { outcome: 'taken' }), 200);
    const next = (document: string, reference: string, parts: readonly { on: string; quantity: number }[]) =>
      applied({
        reference,
        document,
        day: '2026-11-26',
        place: 'PROMISED',
        items: [{ ...kit([]), lines: [...kit([320]).lines, ...parts, ...kit([0, 0, 420, 400]).lines.slice(2)] }],
      });
    const asPromised = await next('4712', '976', lines);
    assert.equal(asPromised.changes, 0);
    const asBefore = await next('4713', '977', [{ on: '2026-11-30', quantity: 680 }]);
    assert.equal(asBefore.outside, 1);
    const week = asBefore.lines[0].weeks.find(
      (w: { verdict: { kind: string } | null }) => w.verdict?.kind === 'outside',
    );
    assert.deepEqual([week.verdict.difference, week.verdict.by], [80, 'frozen-days']);
  });

  test('a rejected offer brings the question back, with the customer’s words', async () => {
    const release = await outside('REJECT', 980);
    const { intervention } = release.lines[0];
    const offer = { kind: 'offer', words: 'Later?', lines: [{ on: '2026-12-02', quantity: 360 }] };
    const { reply } = await done(planner.post(`/interventions/${intervention.id}/reply`, offer), 201);
    assert.equal((await scheduler.post(`/offers/${reply}/answer`, { outcome: 'rejected', words: '' })).status, 422);
    await done(
      scheduler.post(`/offers/${reply}/answer`, { outcome: 'rejected', words: 'The line stops on Tuesday.' }),
      200,
    );
    assert.equal((await done(planner.get(`/offers/${reply}`), 200)).answerWords, 'The line stops on Tuesday.');
    assert.equal((await done(planner.get(`/interventions/${intervention.id}`), 200)).state, 'open');
    await done(
      planner.post(`/interventions/${intervention.id}/reply`, { kind: 'accept', words: 'We run on Saturday.' }),
      201,
    );
    const { rows } = await done(planner.get('/promises'), 200);
    assert.deepEqual(rows[0].promised, { on: '2026-11-30', quantity: 680 });
  });

  test('a refusal cites the rule, and a wish to change the rule becomes a proposal on it', async () => {
    const release = await outside('REFUSE', 990);
    const { intervention, weeks } = release.lines[0];
    await done(
      planner.post(`/interventions/${intervention.id}/reply`, { kind: 'refuse', words: 'These days are frozen.' }),
      201,
    );
    const { rule } = weeks.find((w: { verdict: { kind: string } | null }) => w.verdict?.kind === 'outside').verdict;
    const begun = await done(
      planner.post(`/interventions/${intervention.id}/rule-change`, { rule: rule.id, title: 'Three frozen days' }),
      201,
    );
    const outcomes = (await done(planner.get(`/interventions/${intervention.id}`), 200)).outcomes;
    assert.equal(outcomes[0].proposal.id, begun.proposal);
    assert.equal((await done(scheduler.get(`/interventions/${intervention.id}`), 200)).state, 'refused');
  });

  test('the scheduler asks for another rule in his own words; the planner takes them into a proposal on it', async () => {
    const release = await outside('WISH', 984);
    const callOff = release.lines[0].intervention.id;
    const wish = { words: 'Five frozen days are too many for line 2: three would do.', language: 'en' };
    assert.equal((await stranger.post(`/interventions/${callOff}/rule-wish`, wish)).status, 404);
    assert.equal((await planner.post(`/interventions/${callOff}/rule-wish`, wish)).status, 404);
    const { intervention } = await done(scheduler.post(`/interventions/${callOff}/rule-wish`, wish), 201);
    const his = await done(scheduler.get(`/interventions/${intervention}`), 200);
    assert.deepEqual([his.words, his.source, his.rule], [wish.words, { kind: 'rule', id: null }, null]);
    // His call-off still waits for its own answer.
    assert.equal((await done(planner.get(`/interventions/${callOff}`), 200)).state, 'open');

    assert.ok(JSON.stringify(await done(planner.get('/waiting'), 200)).includes(intervention));
    const { rule } = await done(planner.get(`/interventions/${intervention}`), 200);
    assert.equal(rule.label, 'R-1');
    const change = { rule: rule.id, title: 'Three frozen days' };
    const { proposal } = await done(planner.post(`/interventions/${intervention}/rule-change`, change), 201);
    const { outcomes } = await done(planner.get(`/interventions/${intervention}`), 200);
    assert.equal(outcomes[0].proposal.id, proposal);
  });

  test('where no rule was cited to him, there is no rule to ask about', async () => {
    const { id } = await done(
      scheduler.post('/interventions', { channel: 'planning', words: 'Two trucks a day.', language: 'en' }),
      201,
    );
    const wish = { words: 'Another rule.', language: 'en' };
    assert.equal((await scheduler.post(`/interventions/${id}/rule-wish`, wish)).status, 404);
  });

  test('a customer sees nothing of another: no release, no promise, no file, not one byte', async () => {
    const secret = 'SECRET-7f3a';
    const release = await applied({
      reference: '995',
      document: secret,
      day: '2026-11-25',
      place: secret,
      items: [{ ...kit([1]), item: secret, remark: secret }],
    });
    let seen = 0;
    for (const path of [
      '/releases',
      `/releases/${release.id}`,
      '/offers',
      '/promises',
      '/interventions',
      '/waiting',
      '/interchanges',
      `/interchanges/${release.interchange}`,
      `/interchanges/${release.interchange}/bytes`,
      '/partners',
    ]) {
      const answer = await stranger.get(path);
      seen++;
      assert.ok(!answer.bytes.toString().includes(secret), path);
      assert.ok([200, 404].includes(answer.status), `${path}: ${answer.status}`);
    }
    assert.equal(seen, 10);
    assert.ok((await scheduler.get(`/releases/${release.id}`)).bytes.toString().includes(secret));
    // Files and partners are the organization's own, even to the customer who sent them.
    assert.equal((await scheduler.get(`/interchanges/${release.interchange}`)).status, 404);
    const technician = await house.addPerson('Sam', ['technician']);
    assert.equal((await technician.call('POST', '/interchanges', Buffer.from('x'))).status, 403);
    assert.equal((await technician.get('/interchanges')).status, 403);
  });
});
