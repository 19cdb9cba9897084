import { Alert, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { SignDrawer } from '../../components/sign-drawer.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { type Composer, rivalsHolding } from './composer.ts';

interface GrantDrawerProps {
  readonly composer: Composer;
  readonly block: string;
  readonly customer: string;
  readonly onClose: () => void;
}

/** Grants one secret block to one customer under an agreement, signed. To a rival of who holds it this is the first of two signatures. */
export function GrantDrawer({ composer, block: blockId, customer: customerId, onClose }: GrantDrawerProps) {
  const { t } = useTranslation('transmissions');
  const member = useMember();
  const { slug } = member;
  const formats = useFormats();
  const client = useQueryClient();
  const [agreement, setAgreement] = useState('');
  const [until, setUntil] = useState('');
  const number = composer.blocks.findIndex(({ id }) => id === blockId) + 1;
  const block = composer.blocks[number - 1];
  const customer = composer.customers.find(({ id }) => id === customerId);
  const rivals = customer === undefined ? [] : rivalsHolding(composer, blockId, customer);
  const values = { number, label: composer.rule.label, customer: customer?.name ?? '' };
  const meaning = t('grants.grantMeaning', values);
  const grant = useMutation({
    mutationFn: (password: string) =>
      ask(
        api.POST('/api/organizations/{organization}/disclosures', {
          params: { path: { organization: slug } },
          body: {
            rule: composer.rule.id,
            block: blockId,
            customer: customerId,
            agreement,
            until: until === '' ? null : until,
            meaning,
            credential: { password },
          },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'disclosure') });
      onClose();
    },
  });
  return (
    <SignDrawer
      open
      title={t('grants.grant')}
      what={
        <>
          {t('grants.grantWhat', values)}
          <Text size="sm" c="dimmed" lineClamp={3} lang={composer.rule.language}>
            {block?.text}
          </Text>
        </>
      }
      inWhoseName={`${member.name}, ${member.organization.name}`}
      meaning={meaning}
      busy={grant.isPending}
      problem={grant.error instanceof Refused ? grant.error.problem : null}
      onSign={(credential) => grant.mutate(credential.kind === 'password' ? credential.password : '')}
      onClose={onClose}
    >
      <Stack gap="md">
        {rivals.length === 0 ? null : (
          <Alert color="amber">
            {t('grants.conflict', {
              count: rivals.length,
              customer: values.customer,
              rivals: formats.list(rivals.map(({ name }) => name)),
            })}
          </Alert>
        )}
        <TextInput
          label={t('grants.agreement')}
          description={t('grants.agreementHelp')}
          required
          withAsterisk={false}
          maxLength={500}
          data-autofocus
          value={agreement}
          onChange={(event) => setAgreement(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('grants.until')}
          description={t('grants.untilHelp')}
          min={Temporal.Now.plainDateISO().toString()}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Stack>
    </SignDrawer>
  );
}
