import type { Access } from '../access/access.ts';
import { writeMail } from '../access/mail.ts';
import { type Result, ok, refuse } from '../platform/result.ts';

/**
 * Reminds those of the customer who may acknowledge, by mail, each in the customer's language. The mail names the document and holds
 * none of its text.
 * @returns how many were written to
 * @refuses not-found, already-answered, superseded, nobody-to-remind
 */
export function remindOf(
  access: Access,
  publicUrl: URL,
  transmission: string,
): Promise<Result<{ readonly written: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await tx
      .selectFrom('core.transmission as t')
      .innerJoin('access.customer as c', (join) =>
        join.onRef('c.organization_id', '=', 't.organization_id').onRef('c.customer_id', '=', 't.customer_id'),
      )
      .select([
        't.title',
        't.version',
        't.customer_id',
        't.acknowledged_at',
        't.superseded_by',
        't.transmitted_at',
        'c.language',
      ])
      .where('t.organization_id', '=', organization)
      .where('t.transmission_id', '=', transmission)
      .executeTakeFirst();
    if (row === undefined) return refuse('not-found');
    if (row.acknowledged_at !== null) return refuse('already-answered');
    if (row.superseded_by !== null) return refuse('superseded');
    const people = await tx
      .selectFrom('access.membership')
      .select(['email', 'roles'])
      .where('organization_id', '=', organization)
      .where('customer_id', '=', row.customer_id)
      .where('ended_at', 'is', null)
      .execute();
    const readers = people.filter((p) => p.roles.includes('approver') || p.roles.includes('auditor'));
    if (readers.length === 0) return refuse('nobody-to-remind');
    const link = new URL(`/o/${access.organization.slug}/transmissions/${transmission}`, publicUrl).href;
    const day = row.transmitted_at.toLocaleString(row.language === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'medium',
      timeZone: access.organization.timeZone,
    });
    const version = row.version === null ? '' : ` v${row.version}`;
    for (const reader of readers) {
      await writeMail(tx, access, {
        recipient: reader.email,
        customer: row.customer_id,
        ...mailTexts[row.language](access.organization.name, `${row.title}${version}`, day, link),
        about: { kind: 'transmission', id: transmission },
      });
    }
    return ok({ written: readers.length });
  });
}

const mailTexts = {
  en: (organization: string, title: string, day: string, link: string) => ({
    subject: `${organization}: “${title}” waits for your acknowledgement`,
    body: `${organization} sent you “${title}” on ${day}. Please read it and acknowledge it here:\n\n${link}\n`,
  }),
  fr: (organization: string, title: string, day: string, link: string) => ({
    subject: `${organization} : « ${title} » attend votre accusé de réception`,
    body: `${organization} vous a transmis « ${title} » le ${day}. Merci d’en prendre connaissance et d’en accuser réception ici :\n\n${link}\n`,
  }),
} as const;
