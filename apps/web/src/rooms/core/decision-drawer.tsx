import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { SignDrawer } from '../../components/sign-drawer.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import type { Proposal } from './queries.ts';

interface DecisionDrawerProps {
  readonly open: boolean;
  readonly outcome: 'adopted' | 'refused';
  readonly proposal: Proposal;
  readonly slug: string;
  readonly onClose: () => void;
}

/** The owner of the rule signs: reasons, what is signed and in whose name, and his password again. */
export function DecisionDrawer({ open, outcome, proposal: p, slug, onClose }: DecisionDrawerProps) {
  const { t } = useTranslation('core');
  const member = useMember();
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const meaning = t(outcome === 'adopted' ? 'proposal.signMeaning' : 'proposal.refuseMeaning', { label: p.rule.label });
  const sign = useMutation({
    mutationFn: (password: string) =>
      ask(
        api.POST('/api/organizations/{organization}/proposals/{proposal}/decide', {
          params: { path: { organization: slug, proposal: p.id } },
          body: { outcome, reasons, meaning, credential: { password } },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
      await client.invalidateQueries({ queryKey: keyOf(slug, 'rule') });
    },
  });
  return (
    <SignDrawer
      open={open}
      title={t('proposal.signTitle')}
      what={`P-${p.number} ${p.title}`}
      inWhoseName={`${member.name}, ${member.organization.name}`}
      meaning={meaning}
      busy={sign.isPending}
      problem={sign.error instanceof Refused ? sign.error.problem : null}
      onSign={(credential) => sign.mutate(credential.kind === 'password' ? credential.password : '')}
      onClose={onClose}
    >
      <Textarea
        label={t('proposal.reasons')}
        required
        autosize
        minRows={2}
        value={reasons}
        onChange={(event) => setReasons(event.currentTarget.value)}
      />
    </SignDrawer>
  );
}
