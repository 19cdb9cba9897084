import { type Customer, type Ground, adopt, done } from './ground.ts';
import { type Readers, either, staff } from './readers.ts';

/** The catalogues of both customers, imported, judged, and answered by a procedure. */
export async function plantRequirements(ground: Ground): Promise<void> {
  for (const customer of [ground.a, ground.b]) await plantCatalogue(ground, customer);
}

async function plantCatalogue({ plant, camille }: Ground, customer: Customer): Promise<void> {
  const shared: Readers = either(staff, customer.readers);
  const catalogue = await done(
    camille.post('/catalogues', {
      customer: customer.id,
      name: plant('name of a catalogue', shared),
      edition: '4',
      language: 'en',
      source: plant('source of a catalogue', shared),
    }),
  );
  const at = `/catalogues/${catalogue.id}`;
  const file = Buffer.from(
    `clause,text\n4.1,${plant('a clause', shared)}\n4.2,${plant('a clause that does not apply', shared)}\n`,
  );
  const { seal } = await done(camille.call('POST', `${at}/import/preview`, file));
  await done(camille.call('POST', `${at}/import?seal=${seal}`, file));
  await done(camille.post(`${at}/requirements`, { clause: '5', words: plant('a clause entered by hand', shared) }));
  const { rows } = await done(camille.get(`/requirements?catalogue=${catalogue.id}`));
  await done(
    camille.put(`/requirements/${rows[1].id}`, { notApplicableBecause: plant('why it does not apply', staff) }),
  );
  // The next edition says one clause otherwise.
  const next = await done(
    camille.post('/catalogues', {
      customer: customer.id,
      name: plant('name of the next catalogue', shared),
      edition: '5',
      language: 'en',
      replaces: catalogue.id,
    }),
  );
  const words = plant('a clause of the next edition', shared);
  await done(camille.post(`/catalogues/${next.id}/requirements`, { clause: '4.1', words }));
  const begun = await done(
    camille.post('/procedures', {
      title: plant('title of a procedure that answers a clause', staff),
      label: `PR-${catalogue.id.slice(-4)}`,
      language: 'en',
      requirements: [rows[0].id],
    }),
  );
  const { draft } = await done(camille.get(`/proposals/${begun.proposal}`));
  const content = { kind: 'paragraph', runs: [{ text: plant('a block that answers a clause', staff) }] };
  const { id: block, revision } = draft[1];
  await done(
    camille.put(`/proposals/${begun.proposal}/draft`, { changes: [{ kind: 'write', block, revision, content }] }),
  );
  await adopt(camille, begun.proposal, 'Asked for.', {});
}
