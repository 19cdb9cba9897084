import { actAsSystem } from '../../../access/access.ts';
import { aDelfor } from '../../../planning/a-delfor.ts';
import { applyInterchange } from '../../../planning/apply-interchange.ts';
import { type Customer, type Ground, adopt, done } from './ground.ts';
import { partnerSettings } from '../matrix.ts';
import { either, staff } from './readers.ts';

/** Call-offs of both customers beyond the rule agreed with each, answered in every way; a quarantined file, a refused one. */
export async function plantCallOffs(ground: Ground): Promise<void> {
  const shipFrom = ground.plant('where our goods leave', staff);
  await done(ground.planner.put('/shipping', { gs1Prefix: '3456789', shipFrom }));
  for (const [index, customer] of [ground.a, ground.b].entries()) await plantFor(ground, customer, `S${index}`);
  const { plant, planner } = ground;
  const unknown = { reference: '1', document: plant('document of an unknown sender', staff), day: '2026-11-10' };
  const refused = await planner.call(
    'POST',
    '/interchanges?name=unknown.edi',
    aDelfor({ ...unknown, sender: 'UNKNOWN', items: [] }),
  );
  if (refused.status !== 422) throw new Error(`an unknown sender was answered ${refused.status}`);
}

async function plantFor({ plant, planner, house }: Ground, { id, readers, actor }: Customer, sender: string) {
  const shared = either(staff, readers);
  const { partner } = await done(planner.post('/partners', { customer: id, sender, qualifier: 'ZZ' }));
  // What we sign with is ours to know, and stands in every answer that leaves.
  const settings = { ...partnerSettings, ownId: plant('our own number', staff).slice(0, 35) };
  await done(planner.put(`/partners/${partner}`, settings));
  const begun = await done(
    planner.post('/proposals', {
      title: 'Frozen days',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'planning',
          regulation: 'joint',
          title: plant('title of a planning rule', staff),
          language: 'en',
          customer: id,
          blocks: [],
          parameters: { 'frozen-days': 60, 'tolerance-production': 0, 'tolerance-firm': 0, 'answer-hours': 4 },
        },
      },
    }),
  );
  await adopt(planner, begun.proposal, plant('reasons of a planning rule', staff), {});

  let reference = 100;
  const day = Temporal.Now.plainDateISO('UTC');
  const send = (item: string, remark: string, document: string, quantity: number, name: string) => {
    reference += 1;
    const lines = [{ on: day.add({ days: 8 }).toString(), quantity, status: 1 as const }];
    const wish = { sender, reference: `${reference}`, document, day: day.toString(), place: `P${item.slice(-6)}` };
    const bytes = aDelfor({ ...wish, items: [{ item, received: 100, lines, remark }] });
    return { bytes, sent: planner.call('POST', `/interchanges?name=${name}.edi`, bytes) };
  };
  const apply = async (sent: ReturnType<typeof send>['sent']): Promise<{ id: string }> => {
    const { interchange } = (await done(sent)).interchanges[0];
    await applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);
    const { releases } = await done(planner.get(`/interchanges/${interchange}`));
    return releases[0];
  };
  /** Asks more of an item than the rule lets pass. @returns the intervention that it opened */
  const beyond = async (): Promise<string> => {
    const item = plant('an item', shared);
    await apply(send(item, plant('a remark', shared), '1', 10, plant('name of his file', shared)).sent);
    const document = plant('a document number', shared);
    const words = plant('the words of a call-off', shared);
    const release = await apply(send(item, words, document, 500, plant('name of his next file', shared)).sent);
    const { lines } = await done(planner.get(`/releases/${release.id}`));
    return lines[0].intervention.id;
  };
  const lines = [{ on: day.add({ days: 9 }).toString(), quantity: 400 }];
  const answer = async (kind: 'accept' | 'offer'): Promise<string> => {
    const words = plant(`words of an answer: ${kind}`, shared);
    const body = kind === 'offer' ? { kind, words, lines } : { kind, words };
    return (await done(planner.post(`/interventions/${await beyond()}/reply`, body))).reply;
  };
  await answer('accept');
  await done(actor.post(`/offers/${await answer('offer')}/answer`, { outcome: 'taken' }));
  const words = plant('words of a rejection', shared);
  await done(actor.post(`/offers/${await answer('offer')}/answer`, { outcome: 'rejected', words }));

  // One shipment has left, another is being prepared: the second is not told to its customer.
  await apply(send(plant('an item that is shipped', shared), 'x', '2', 10, 'shipped').sent);
  const [asked] = (await done(planner.get(`/shippable?customer=${id}`))).lines;
  const shipped = { release: asked.release, line: asked.line, quantity: 10, perPack: 5 };
  const carrier = plant('a carrier', shared).slice(0, 35);
  const { shipment } = await done(planner.post('/shipments', { customer: id, carrier, lines: [shipped] }));
  await done(planner.post(`/shipments/${shipment}/departure`));
  const later = plant('a carrier of a shipment that is being prepared', staff).slice(0, 35);
  await done(planner.post('/shipments', { customer: id, carrier: later, lines: [shipped] }));

  // The same control reference with other bytes: kept, and told to nobody but the planner until he has compared them.
  const item = plant('an item', shared);
  const { bytes, sent } = send(item, 'x', '9', 1, 'first');
  await done(sent);
  const quarantinedItem = plant('an item of a quarantined file', staff);
  const other = Buffer.from(bytes.toString('latin1').replaceAll(item, quarantinedItem), 'latin1');
  const quarantined = await planner.call('POST', '/interchanges?name=other.edi', other);
  if (quarantined.status !== 409) throw new Error(`other bytes were answered ${quarantined.status}`);
}
