import { type Ground, done, inviters } from './ground.ts';
import { either, holderOfTheLink, only } from './readers.ts';

/** Invitations by link and mail, keys of machines. */
export async function plantPeople({ plant, camille, a, tokens }: Ground): Promise<void> {
  const { link } = await done(
    camille.post('/invitations', {
      email: `${plant('mail of somebody invited', either(inviters, holderOfTheLink))}@example.test`,
      name: plant('name of somebody invited', either(inviters, holderOfTheLink)),
      customer: a.id,
      roles: ['reader'],
    }),
  );
  tokens.set('/invitations/:token', /([\w-]{20,})$/.exec(link)![1]!);
  const key = (what: string, readers: Parameters<typeof plant>[1]) => ({
    name: plant(what, readers),
    scopes: ['read'],
  });
  await done(camille.post('/api-keys', key('name of a key', only('administrator'))));
  await done(a.actor.post('/api-keys', key('name of a key of A', only('administrator'))));
}
