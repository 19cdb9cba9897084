import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { SignDrawer } from '../../components/sign-drawer.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { Grant } from './composer.ts';

interface GrantActProps {
  readonly grant: Grant;
  readonly onClose: () => void;
}

/** The second signature under a grant between rivals, by somebody else than who granted it. */
export function SecondDrawer({ grant, onClose }: GrantActProps) {
  const { t } = useTranslation('transmissions');
  const formats = useFormats();
  const meaning = t('grants.secondMeaning', { customer: grant.customer.name, rivals: formats.list(grant.rivals) });
  return <GrantAct act="second" title={t('grants.secondAct')} meaning={meaning} grant={grant} onClose={onClose} />;
}

/** Ends a grant. What the customer has received he keeps, and the drawer says so. */
export function RevokeDrawer({ grant, onClose }: GrantActProps) {
  const { t } = useTranslation('transmissions');
  const meaning = t('grants.revokeMeaning', { customer: grant.customer.name });
  return (
    <GrantAct
      act="revoke"
      title={t('grants.revokeTitle')}
      meaning={meaning}
      note={t('grants.revokeStays')}
      grant={grant}
      onClose={onClose}
    />
  );
}

interface Act extends GrantActProps {
  readonly act: 'second' | 'revoke';
  readonly title: string;
  readonly meaning: string;
  readonly note?: string;
}

function GrantAct({ act, title, meaning, note, grant, onClose }: Act) {
  const { t } = useTranslation('transmissions');
  const member = useMember();
  const client = useQueryClient();
  const sign = useMutation({
    mutationFn: (password: string) => {
      const given = {
        params: { path: { organization: member.slug, disclosure: grant.id } },
        body: { meaning, credential: { password } },
      };
      return act === 'second'
        ? ask(api.POST('/api/organizations/{organization}/disclosures/{disclosure}/second', given))
        : ask(api.POST('/api/organizations/{organization}/disclosures/{disclosure}/revoke', given));
    },
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keyOf(member.slug, 'disclosure') });
      await client.invalidateQueries({ queryKey: keyOf(member.slug, 'waiting') });
    },
  });
  return (
    <SignDrawer
      open
      title={title}
      what={
        <>
          {t('grants.what', { block: grant.rule.label, agreement: grant.agreement })}
          <Text size="sm" c="dimmed" lineClamp={3}>
            {grant.block.text}
          </Text>
        </>
      }
      inWhoseName={`${member.name}, ${member.organization.name}`}
      meaning={meaning}
      busy={sign.isPending}
      problem={sign.error instanceof Refused ? sign.error.problem : null}
      onSign={(credential) => sign.mutate(credential.kind === 'password' ? credential.password : '')}
      onClose={onClose}
    >
      {note === undefined ? null : (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </SignDrawer>
  );
}
