import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { SignDrawer } from '../../components/sign-drawer.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { Composer } from './composer.ts';
import type { PreparedDocument } from './use-prepared.ts';
import classes from './conflicts.module.css';

interface TransmitDrawerProps {
  readonly open: boolean;
  readonly composer: Composer;
  readonly documents: readonly PreparedDocument[];
  readonly dueOn: string;
  readonly onClose: () => void;
}

/** The signature under what was prepared and read: exactly those documents leave. */
export function TransmitDrawer({ open, composer, documents, dueOn, onClose }: TransmitDrawerProps) {
  const { t } = useTranslation('transmissions');
  const member = useMember();
  const { slug } = member;
  const formats = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { rule } = composer;
  const nameOf = (id: string): string => composer.customers.find((customer) => customer.id === id)?.name ?? '';
  const values = { label: rule.label, version: rule.version, title: rule.title };
  const meaning = t('compose.meaning', values);
  const sign = useMutation({
    mutationFn: (password: string) =>
      ask(
        api.POST('/api/organizations/{organization}/rules/{rule}/transmissions', {
          params: { path: { organization: slug, rule: rule.id } },
          body: {
            prepared: documents.map(({ id }) => id),
            dueOn: dueOn === '' ? null : dueOn,
            meaning,
            credential: { password },
          },
        }),
      ),
    onSuccess: async ({ sent }) => {
      notifications.show({ message: t('compose.sent', { count: sent.length }) });
      const [first] = sent;
      // Left before anything is asked again: on this page that would prepare what has just been sent.
      if (sent.length === 1 && first !== undefined)
        await navigate({
          to: '/o/$organization/transmissions/$transmission',
          params: { organization: slug, transmission: first.id },
        });
      else
        await navigate({
          to: '/o/$organization/transmissions',
          params: { organization: slug },
          search: { rule: rule.id },
        });
      for (const kind of ['transmission', 'rule', 'disclosure', 'waiting', 'customer'])
        void client.invalidateQueries({ queryKey: keyOf(slug, kind) });
    },
    onError: (reason) => {
      if (reason instanceof Refused && reason.problem.code === 'wrong-credential') return;
      // The rule or a grant moved meanwhile: what is shown must be what would leave now.
      for (const kind of ['rule', 'disclosure', 'prepared'])
        void client.invalidateQueries({ queryKey: keyOf(slug, kind) });
    },
  });
  return (
    <SignDrawer
      open={open}
      title={t('compose.signTitle')}
      what={t('compose.signWhat', { ...values, customers: formats.list(documents.map((one) => nameOf(one.customer))) })}
      inWhoseName={`${member.name}, ${member.organization.name}`}
      meaning={meaning}
      busy={sign.isPending}
      problem={sign.error instanceof Refused ? sign.error.problem : null}
      onSign={(credential) => sign.mutate(credential.kind === 'password' ? credential.password : '')}
      onClose={onClose}
    >
      <ul className={classes.list}>
        {documents.map(({ id, customer, document }) => {
          const withheld = document.blocks.filter(({ state }) => state === 'withheld').length;
          const of = document.blocks.length;
          return (
            <li key={id}>{t('compose.gets', { customer: nameOf(customer), readable: of - withheld, of, withheld })}</li>
          );
        })}
      </ul>
    </SignDrawer>
  );
}
