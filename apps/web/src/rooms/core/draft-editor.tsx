import { ActionIcon, Button, Group, NumberInput, Stack, Switch, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import type { paths } from '../../api.gen.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import type { Block, Proposal } from './queries.ts';

interface DraftEditorProps {
  readonly proposal: Proposal;
  readonly slug: string;
  readonly onDone: () => void;
}

/** Whether a block is plain text, which this editor can change without losing anything of it. */
function plainText(content: Block['content']): string | null {
  if (content.kind !== 'paragraph' && content.kind !== 'heading') return null;
  let text = '';
  for (const run of content.runs) {
    if ('parameter' in run || run.bold || run.italic || run.code || run.link !== undefined) return null;
    text += run.text;
  }
  return text;
}

type Written = {
  readonly id: string;
  readonly text: string;
  readonly after: string | null;
  readonly isNew: boolean;
  readonly removed: boolean;
};

/** Changes plain paragraphs, headings and parameters of a draft in place: what planning and service rules are made of. */
export function DraftEditor({ proposal: p, slug, onDone }: DraftEditorProps) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [blocks, setBlocks] = useState<readonly Written[]>(() =>
    p.draft.map((block, place) => ({
      id: block.id,
      text: plainText(block.content) ?? '',
      after: p.draft[place - 1]?.id ?? null,
      isNew: false,
      removed: false,
    })),
  );
  const [parameters, setParameters] = useState(() =>
    Object.fromEntries(p.parameters.map((one) => [one.name, one.value])),
  );
  const path = { organization: slug, proposal: p.id };
  const keep = useMutation({
    mutationFn: async () => {
      const changes = blocks.flatMap((written) => changeOf(written, p));
      if (changes.length > 0) {
        await ask(
          api.PUT('/api/organizations/{organization}/proposals/{proposal}/draft', {
            params: { path },
            body: { changes },
          }),
        );
      }
      for (const { name, value } of p.parameters) {
        const now = parameters[name];
        if (now !== undefined && now !== value) {
          await ask(
            api.PUT('/api/organizations/{organization}/proposals/{proposal}/parameters/{name}', {
              params: { path: { ...path, name } },
              body: { value: now },
            }),
          );
        }
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
      onDone();
    },
  });
  const set = (id: string, change: Partial<Written>): void =>
    setBlocks(blocks.map((block) => (block.id === id ? { ...block, ...change } : block)));
  const add = (): void =>
    setBlocks([
      ...blocks,
      { id: crypto.randomUUID(), text: '', after: blocks.at(-1)?.id ?? null, isNew: true, removed: false },
    ]);
  return (
    <Stack gap="sm" mt="xs">
      {blocks.map((written) => {
        const block = p.draft.find((one) => one.id === written.id);
        if (block !== undefined && plainText(block.content) === null)
          return (
            <Text key={written.id} c="dimmed">
              [{block.content.kind}]
            </Text>
          );
        return written.removed ? null : (
          <Group key={written.id} gap="xs" wrap="nowrap" align="flex-start">
            <Textarea
              aria-label={t('proposal.paragraphText')}
              lang={p.rule.language}
              autosize
              flex={1}
              value={written.text}
              onChange={(event) => set(written.id, { text: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('proposal.removeParagraph')}
              onClick={() => set(written.id, { removed: true })}
            >
              <Icon of={IconTrash} />
            </ActionIcon>
          </Group>
        );
      })}
      <Button
        variant="subtle"
        leftSection={<Icon of={IconPlus} size={16} />}
        onClick={add}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('proposal.addParagraph')}
      </Button>
      {p.parameters.map((one) =>
        typeof one.value === 'boolean' ? (
          <Switch
            key={one.name}
            label={one.label}
            checked={parameters[one.name] === true}
            onChange={(event) => setParameters({ ...parameters, [one.name]: event.currentTarget.checked })}
          />
        ) : (
          <NumberInput
            key={one.name}
            label={one.label}
            suffix={one.unit === null ? '' : ` ${one.unit}`}
            {...(one.minimum === null ? {} : { min: one.minimum })}
            {...(one.maximum === null ? {} : { max: one.maximum })}
            allowDecimal={false}
            maw={320}
            value={Number(parameters[one.name])}
            onChange={(value) => setParameters({ ...parameters, [one.name]: Number(value) })}
          />
        ),
      )}
      <RefusalOf error={keep.error} />
      <Group gap="sm">
        <Button variant="filled" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t('proposal.keep')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('proposal.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

type DraftChange =
  paths['/api/organizations/{organization}/proposals/{proposal}/draft']['put']['requestBody']['content']['application/json']['changes'][number];

/** What the server must be told of one block; nothing where it reads as before. */
function changeOf(written: Written, p: Proposal): DraftChange[] {
  const block = p.draft.find((one) => one.id === written.id);
  if (block === undefined) {
    if (written.removed || written.text.trim() === '') return [];
    const content = { kind: 'paragraph' as const, runs: [{ text: written.text }] };
    return [{ kind: 'insert' as const, block: written.id, after: written.after, content, secret: false, from: null }];
  }
  if (written.removed) return [{ kind: 'remove' as const, block: block.id, revision: block.revision }];
  if (plainText(block.content) === null || plainText(block.content) === written.text) return [];
  const content = { ...block.content, runs: [{ text: written.text }] } as Extract<
    Block['content'],
    { kind: 'paragraph' | 'heading' }
  >;
  return [{ kind: 'write' as const, block: block.id, revision: block.revision, content }];
}
