import { Checkbox, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { keyOf } from '../../../queries.ts';
import { type Requirement, requirementsQuery } from './draft-queries.ts';
import type { Answered } from './use-block-facts.ts';
import classes from './editor.module.css';

interface RequirementDrawerProps {
  readonly open: boolean;
  readonly slug: string;
  readonly rule: string;
  readonly proposal: string;
  /** Says which block is to answer it, once the server has that block. */
  readonly block: (requirement: Requirement) => Promise<string>;
  readonly answered: readonly Answered[];
  /** Whether the text begins with what is chosen. */
  readonly start: boolean;
  readonly onClose: () => void;
}

/** At most this many are shown; the search narrows them. */
const shown = 60;

/** Finds a customer's requirement and links a block to it: his words become the origin of this very block. */
export function RequirementDrawer({
  open,
  slug,
  rule,
  proposal,
  block,
  answered,
  start,
  onClose,
}: RequirementDrawerProps) {
  const { t } = useTranslation('editor');
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [partly, setPartly] = useState(false);
  const { data: rows, error, refetch } = useQuery({ ...requirementsQuery(slug), enabled: open });
  const link = useMutation({
    mutationFn: async (requirement: Requirement) =>
      ask(
        api.PUT('/api/organizations/{organization}/requirements/{requirement}/blocks/{block}', {
          params: { path: { organization: slug, requirement: requirement.id, block: await block(requirement) } },
          body: { rule, proposal, partly },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keyOf(slug, 'requirement') });
      await client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
    },
  });
  const wanted = search.trim().toLowerCase();
  const found = (rows ?? []).filter(({ clause, words, customer }) =>
    `${clause} ${words} ${customer.name}`.toLowerCase().includes(wanted),
  );
  const linked = new Set(answered.map(({ requirement }) => requirement));
  return (
    <SideDrawer open={open} title={t(start ? 'requirement.titleStart' : 'requirement.title')} onClose={onClose}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('requirement.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Checkbox
          label={t('requirement.partly')}
          checked={partly}
          onChange={(event) => setPartly(event.currentTarget.checked)}
        />
        <RefusalOf error={error} onRetry={() => void refetch()} />
        <RefusalOf error={link.error} />
        {rows !== undefined && found.length === 0 ? (
          <Text c="dimmed">{t(rows.length === 0 ? 'requirement.noneAtAll' : 'requirement.none')}</Text>
        ) : null}
        <ul className={classes.requirements}>
          {found.slice(0, shown).map((requirement) => (
            <li key={requirement.id}>
              <UnstyledButton
                className={classes.requirement}
                disabled={link.isPending}
                onClick={() => link.mutate(requirement)}
              >
                <Text size="sm" fw={600} component="span">
                  {requirement.clause} · {requirement.customer.name}
                  {linked.has(requirement.id) ? ` · ${t('requirement.answered')}` : ''}
                </Text>
                <Text component="span" lineClamp={3} className={classes.words} lang={requirement.language}>
                  {requirement.words}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Stack>
    </SideDrawer>
  );
}
