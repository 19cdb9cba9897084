import { ActionIcon, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { keyOf } from '../../../queries.ts';
import { Icon } from '../../../shell/icon.tsx';
import { useFormats } from '../../../use-formats.ts';
import type { DraftBlock } from './block.ts';
import { useDraftContext } from './draft-context.ts';
import { goTo, setSecret } from './insert-block.ts';
import type { Answered } from './use-block-facts.ts';

export interface BlockPanelProps {
  readonly block: DraftBlock;
  readonly answered: readonly Answered[];
  readonly editor: Editor;
  readonly onLink: () => void;
}

/** All about one block: the requirements it answers, whether it is secret, who wrote it last. */
export function BlockPanel({ block, answered, editor, onLink }: BlockPanelProps) {
  const { t } = useTranslation('editor');
  const { slug, draft, certifies } = useDraftContext();
  const formats = useFormats();
  const client = useQueryClient();
  const kept = draft.blocks.find(({ id }) => id === block.id);
  const unlink = useMutation({
    mutationFn: (requirement: string) =>
      ask(
        api.DELETE('/api/organizations/{organization}/requirements/{requirement}/blocks/{block}', {
          params: { path: { organization: slug, requirement, block: block.id } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'requirement') }),
  });
  return (
    <Stack gap="sm">
      <div hidden={!certifies}>
        <Text size="sm" fw={600}>
          {t('block.requirements')}
        </Text>
        {answered.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('block.noRequirement')}
          </Text>
        ) : null}
        {answered.map(({ requirement, clause, customer, partly }) => (
          <Group key={requirement} gap={4} wrap="nowrap" justify="space-between">
            <Text size="sm">
              {clause} · {customer}
              {partly ? ` (${t('block.partly')})` : ''}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('block.unlink', { clause })}
              onClick={() => unlink.mutate(requirement)}
            >
              <Icon of={IconX} size={16} />
            </ActionIcon>
          </Group>
        ))}
        {draft.may.write ? (
          <Button size="compact-sm" variant="subtle" leftSection={<Icon of={IconPlus} size={16} />} onClick={onLink}>
            {t('block.add')}
          </Button>
        ) : null}
        <RefusalOf error={unlink.error} />
      </div>
      <Switch
        label={t('block.secret')}
        description={draft.may.secrecy ? t('block.secretHelp') : t('block.secretNotYours')}
        disabled={!draft.may.secrecy || !draft.may.write}
        checked={block.secret}
        onChange={(event) => {
          const secret = event.currentTarget.checked;
          goTo(block.id)(editor.state, editor.view.dispatch);
          setSecret(secret)(editor.state, editor.view.dispatch);
        }}
      />
      <Text size="sm" c="dimmed">
        {kept === undefined
          ? t('block.unsent')
          : t('block.author', { name: kept.changedBy.name, when: formats.moment(kept.changedAt) })}
        {block.from === null ? null : (
          <>
            <br />
            {t('block.from')}
          </>
        )}
      </Text>
    </Stack>
  );
}
