import { type Kysely, sql } from 'kysely';
import nodemailer from 'nodemailer';
import { newId } from '../platform/ids.ts';
import type { Tables } from '../platform/tables.gen.ts';
import { type Actor, actAsSystem } from './access.ts';
import type { Doors, Transaction } from './doors.ts';
import type { Jobs } from './jobs.ts';

export type NewMail = {
  readonly recipient: string;
  /** The customer who will read it: nothing of another one may stand in it. */
  readonly customer: string | null;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly about: { readonly kind: string; readonly id: string } | null;
};

/**
 * Writes a mail in the caller's transaction: it leaves only if that commits. Without an SMTP server it stays in the outbox, where
 * the administrator reads what would have gone.
 */
export async function writeMail(tx: Transaction, actor: Actor, mail: NewMail): Promise<string> {
  const mailId = newId();
  await tx
    .insertInto('access.mail')
    .values({
      organization_id: actor.organization.id,
      mail_id: mailId,
      recipient: mail.recipient,
      customer_id: mail.customer,
      subject: mail.subject,
      body: mail.body,
      about_kind: mail.about?.kind ?? null,
      about_id: mail.about?.id ?? null,
      written_at: actor.now(),
    })
    .execute();
  await actor.enqueue(tx, 'send-mail', { organization: actor.organization.id, mail: mailId });
  return mailId;
}

/** Sends the mails of the queue by SMTP; never one of a demo organization, where anybody may write to anybody. */
export type Postman = { deliver(job: Jobs['send-mail']): Promise<void>; close(): void };

/** @param smtpUrl as nodemailer reads it, such as `smtps://user:password@host`; without it nothing leaves the outbox */
export function openPostman(doors: Doors, smtpUrl: string | undefined, from: string): Postman {
  const transport = smtpUrl === undefined ? undefined : nodemailer.createTransport(smtpUrl);
  return {
    async deliver({ organization, mail: mailId }) {
      if (transport === undefined) return;
      const system = actAsSystem(doors, organization);
      const mail = await system.transaction((tx) =>
        tx
          .selectFrom('access.mail as m')
          .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
          .select(['m.recipient', 'm.subject', 'm.body', 'm.sent_at', 'o.demo'])
          .where('m.organization_id', '=', organization)
          .where('m.mail_id', '=', mailId)
          .executeTakeFirst(),
      );
      if (mail === undefined || mail.sent_at !== null || mail.demo) return;
      const note = (set: { sent_at: Temporal.Instant } | { failure: string }): Promise<unknown> =>
        system.transaction((tx) =>
          tx
            .updateTable('access.mail')
            .set({ ...set, attempts: sql`attempts + 1` })
            .where('organization_id', '=', organization)
            .where('mail_id', '=', mailId)
            .execute(),
        );
      try {
        // The id of the row is the Message-ID: a server that gets it twice after a crash can tell.
        await transport.sendMail({
          from,
          to: mail.recipient,
          subject: mail.subject,
          text: mail.body,
          messageId: `<${mailId}@coprod>`,
        });
      } catch (error) {
        await note({ failure: error instanceof Error ? error.message : String(error) });
        throw error;
      }
      await note({ sent_at: Temporal.Now.instant() });
    },
    close: () => transport?.close(),
  };
}

/**
 * Sends the link by which a person chooses a new password, through the outbox of the organization to which he belongs longest. With
 * a mail server nobody can read it there (policy no_links). Without one the administrator passes it on, and therefore sees it: then
 * there is none for who also belongs elsewhere, for it would open that organization too.
 */
export const resetLinkSender =
  (people: Kysely<Tables>, doors: Doors, sendsMail: boolean) =>
  async (person: { readonly id: string; readonly email: string }, url: string): Promise<void> => {
    const homes = await people
      .selectFrom('access.membership as m')
      .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
      .select(['m.organization_id', 'o.language'])
      .where('m.person_id', '=', person.id)
      .where('m.ended_at', 'is', null)
      .where('o.demo', '=', false)
      .orderBy('m.since')
      .execute();
    const [home] = homes;
    if (home === undefined) return;
    if (!sendsMail && homes.some(({ organization_id }) => organization_id !== home.organization_id)) return;
    const system = actAsSystem(doors, home.organization_id);
    const { subject, body } = resetTexts[home.language];
    await system.transaction((tx) =>
      writeMail(tx, system, {
        recipient: person.email,
        customer: null,
        subject,
        body: `${body}\n\n${url}\n`,
        about: sendsMail ? { kind: 'password-link', id: person.id } : null,
      }),
    );
  };

const resetTexts = {
  en: {
    subject: 'A new password for Coprod',
    body: 'With this link you choose a new password. It works once, within an hour.',
  },
  fr: {
    subject: 'Un nouveau mot de passe pour Coprod',
    body: 'Ce lien vous permet de choisir un nouveau mot de passe. Il sert une fois, dans l’heure.',
  },
} as const;
