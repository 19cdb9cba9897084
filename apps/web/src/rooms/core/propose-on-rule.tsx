import { Button, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';

interface RuleName {
  readonly id: string;
  readonly label: string;
}

interface ProposeOnRuleProps {
  readonly intervention: string;
  /** The rule that the words are about, where they say so; else it is chosen. */
  readonly rule: RuleName | null;
}

/** Takes the customer's words into a proposal on a rule, and opens it. */
export function ProposeOnRule({ intervention, rule }: ProposeOnRuleProps) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  const begin = useMutation({
    mutationFn: ({ id, label }: RuleName) =>
      ask(
        api.POST('/api/organizations/{organization}/proposals', {
          params: { path: { organization: slug } },
          body: {
            title: t('intervention.proposalTitle', { label }),
            on: { kind: 'rule', rule: id },
            interventions: [intervention],
          },
        }),
      ),
    onSuccess: ({ proposal }) =>
      navigate({ to: '/o/$organization/proposals/$proposal', params: { organization: slug, proposal } }),
  });
  return (
    <>
      <Button
        variant="default"
        loading={begin.isPending}
        onClick={() => (rule === null ? setChoosing(true) : begin.mutate(rule))}
      >
        {t('intervention.proposeOnRule')}
      </Button>
      {choosing ? (
        <ChooseRule
          busy={begin.isPending}
          error={begin.error}
          onChoose={(chosen) => begin.mutate(chosen)}
          onClose={() => setChoosing(false)}
        />
      ) : (
        <RefusalOf error={begin.error} />
      )}
    </>
  );
}

interface ChooseRuleProps {
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onChoose: (rule: RuleName) => void;
  readonly onClose: () => void;
}

function ChooseRule({ busy, error, onChoose, onClose }: ChooseRuleProps) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const [chosen, setChosen] = useState<string | null>(null);
  const rules = useQuery({
    queryKey: keyOf(slug, 'rule', 'names'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization: slug }, query: { limit: 200 } },
        }),
      ),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const rule = rules.data?.rows.find(({ id }) => id === chosen);
    if (rule !== undefined) onChoose(rule);
  };
  return (
    <SideDrawer open title={t('intervention.proposeOnRule')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Select
            label={t('intervention.whichRule')}
            searchable
            required
            withAsterisk={false}
            data-autofocus
            value={chosen}
            onChange={setChosen}
            data={(rules.data?.rows ?? []).map(({ id, label, title }) => ({ value: id, label: `${label} ${title}` }))}
          />
          <RefusalOf error={error ?? rules.error} />
          <Button type="submit" variant="filled" loading={busy} disabled={chosen === null}>
            {t('newRule.begin')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
