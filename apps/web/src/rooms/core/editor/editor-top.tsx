import { ActionIcon, Avatar, FileButton, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconFileExport, IconFileImport } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { PhoneActBar } from '../../../components/phone-act-bar.tsx';
import { RefusalOf } from '../../../components/refusal.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { Icon } from '../../../shell/icon.tsx';
import { ButtonLink, TextLink } from '../../../shell/link.tsx';
import { PageTitle } from '../../../shell/page-title.tsx';
import { useFormats } from '../../../use-formats.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Draft } from './draft-queries.ts';
import { KeepingNote } from './keeping-note.tsx';
import { useMarkdownIn } from './use-markdown-in.ts';
import classes from './editor.module.css';

interface EditorTopProps {
  readonly draft: Draft;
  readonly editor: Editor;
  readonly keeper: DraftKeeper<Draft>;
  readonly slug: string;
  readonly here: readonly { readonly membership: string; readonly name: string }[];
}

/** What is written, of which proposal, whether it is kept, and who is here. */
export function EditorTop({ draft, editor, keeper, slug, here }: EditorTopProps) {
  const { t } = useTranslation('editor');
  const formats = useFormats();
  const takeIn = useMarkdownIn(editor, slug);
  return (
    <header className={classes.top}>
      <div>
        <Group gap="sm">
          <StateBadge state={draft.state} />
          <Text c="dimmed">{draft.rule.label}</Text>
        </Group>
        <PageTitle label={`P-${draft.number}`} lang={draft.rule.language} mt={4}>
          {draft.rule.title}
        </PageTitle>
        <div className={classes.factsLine}>
          <TextLink
            size="sm"
            to="/o/$organization/proposals/$proposal"
            params={{ organization: slug, proposal: draft.id }}
          >
            {t('ofProposal', { number: draft.number, title: draft.title })}
          </TextLink>
          <KeepingNote keeper={keeper} />
          {here.length === 0 ? null : (
            <Group gap={6} wrap="nowrap">
              <Avatar.Group spacing={6}>
                {here.slice(0, 4).map(({ membership, name }) => (
                  <Avatar key={membership} size={22} name={name} color="petrol" aria-hidden />
                ))}
              </Avatar.Group>
              <Text component="output" size="sm">
                {t('here', { count: here.length, names: formats.list(here.map(({ name }) => name)) })}
              </Text>
            </Group>
          )}
        </div>
        <RefusalOf error={takeIn.error} />
      </div>
      <Group gap="sm">
        <Menu position="bottom-end" keepMounted>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('more')}>
              <Icon of={IconDots} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {draft.may.write ? (
              <FileButton
                accept=".md,.markdown,text/markdown"
                onChange={(file) => file !== null && takeIn.mutate(file)}
              >
                {({ onClick }) => (
                  <Menu.Item leftSection={<Icon of={IconFileImport} />} onClick={onClick}>
                    {t('markdownIn')}
                  </Menu.Item>
                )}
              </FileButton>
            ) : null}
            <Menu.Item
              component="a"
              href={`/api/organizations/${slug}/proposals/${draft.id}/text.md`}
              download
              leftSection={<Icon of={IconFileExport} />}
            >
              {t('markdownOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <PhoneActBar>
          <ButtonLink
            variant="filled"
            to="/o/$organization/proposals/$proposal"
            params={{ organization: slug, proposal: draft.id }}
          >
            {t('toProposal')}
          </ButtonLink>
        </PhoneActBar>
      </Group>
    </header>
  );
}
