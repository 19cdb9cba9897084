import { Button, Checkbox, Radio, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { type Block, ruleQuery } from '../core/queries.ts';
import { useRequirementsChanged } from './judging.ts';
import { type Requirement, rulesInForceQuery } from './queries.ts';

/** Says that a paragraph of a rule in force answers a clause, in whole or in part. The clause stays readable beside. */
export function LinkBlockDrawer({
  requirement,
  onClose,
}: {
  readonly requirement: Requirement;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const formats = useFormats();
  const changed = useRequirementsChanged();
  const [rule, setRule] = useState<string | null>(null);
  const [block, setBlock] = useState<string | null>(null);
  const [partly, setPartly] = useState(false);
  const rules = useQuery(rulesInForceQuery(slug));
  const chosen = useQuery({ ...ruleQuery(slug, rule ?? '', undefined), enabled: rule !== null });
  const link = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/organizations/{organization}/requirements/{requirement}/blocks/{block}', {
          params: { path: { organization: slug, requirement: requirement.id, block: block ?? '' } },
          body: { rule: rule ?? '', partly },
        }),
      ),
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  const options = (rules.data ?? [])
    .map((one) => ({ value: one.id, label: `${one.label} ${one.title}` }))
    .toSorted((a, b) => formats.compare(a.label, b.label));
  return (
    <SideDrawer open beside title={t('link.title', { clause: requirement.clause })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          link.mutate();
        }}
      >
        <Stack gap="md">
          <Select
            label={t('link.rule')}
            description={t('link.ruleHelp')}
            searchable
            required
            data-autofocus
            nothingFoundMessage={t('link.noRule')}
            limit={50}
            data={options}
            value={rule}
            onChange={(value) => {
              setRule(value);
              setBlock(null);
            }}
          />
          <RefusalOf error={rules.error ?? chosen.error} />
          {chosen.data === undefined ? null : (
            <Radio.Group label={t('link.block')} value={block} onChange={setBlock}>
              <Stack gap="sm" mt="xs" lang={chosen.data.language}>
                {chosen.data.blocks
                  .map((one) => ({ id: one.id, heading: one.content.kind === 'heading', text: plainText(one.content) }))
                  .map((one) =>
                    one.heading ? (
                      <Text key={one.id} fw={550} size="sm" mt="xs">
                        {one.text}
                      </Text>
                    ) : (
                      <Radio key={one.id} value={one.id} label={one.text} />
                    ),
                  )}
              </Stack>
            </Radio.Group>
          )}
          <Checkbox
            label={t('link.onlyPartly')}
            checked={partly}
            onChange={(event) => setPartly(event.currentTarget.checked)}
          />
          <RefusalOf error={link.error} />
          <Button type="submit" variant="filled" disabled={block === null} loading={link.isPending}>
            {t('link.link')}
          </Button>
          {block === null ? (
            <Text size="sm" c="dimmed">
              {t('link.chooseFirst')}
            </Text>
          ) : null}
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** A block in one line, to be recognized by. */
function plainText(content: Block['content']): string {
  const runs = (list: readonly ({ text: string } | { parameter: string })[]): string =>
    list.map((run) => ('text' in run ? run.text : `[${run.parameter}]`)).join('');
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return shortened(runs(content.runs));
    case 'list':
      return shortened(content.items.map((item) => runs(item.runs)).join(' · '));
    case 'table':
      return shortened(content.rows.map((row) => row.map(runs).join(' | ')).join(' · '));
    case 'picture':
      return content.alternative;
  }
}

const shortened = (text: string): string => (text.length > 220 ? `${text.slice(0, 219)}…` : text);
