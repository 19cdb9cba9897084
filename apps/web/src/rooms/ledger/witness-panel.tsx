import { ActionIcon, Button, FileButton, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refusal, RefusalOf } from '../../components/refusal.tsx';
import type { Tone } from '../../components/state.ts';
import { ToneBadge } from '../../components/state-badge.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { Accusations } from './accusations.tsx';
import type { Kept } from './checkpoint-keeper.ts';
import { forget, keep } from './kept-checkpoints.ts';
import classes from './ledger.module.css';
import { saveKey, saveNote } from './save-note.ts';
import { type Standing, look, takeIn } from './witness.ts';

/** How often the ledger is looked at while the page is open, in milliseconds. */
const every = 60_000;

const standingKey = (organization: string) => ['witness', organization] as const;

/**
 * This browser as a witness: it keeps the newest checkpoint that it has seen, demands the proof to the next, and says loudly when
 * there is none.
 * @param told whether the reader is told what this is for
 */
export function Witness({ organization, told }: { readonly organization: string; readonly told: boolean }) {
  const { t } = useTranslation('ledger');
  const client = useQueryClient();
  const { data: standing, error } = useQuery({
    queryKey: standingKey(organization),
    queryFn: () => look(organization),
    networkMode: 'always', // without network it still tells what is kept
    staleTime: 0,
    refetchInterval: every,
  });
  const again = () => client.invalidateQueries({ queryKey: standingKey(organization) });
  return (
    <section aria-labelledby="witness" className={classes.witness}>
      {standing === undefined ? null : <Accusations of={standing.accusations} onChange={again} />}
      <div className={classes.standing}>
        <h2 id="witness">{t('witness.title')}</h2>
        {standing === undefined ? (
          <Text c="dimmed">{t('witness.looking')}</Text>
        ) : (
          <StandingBadge standing={standing} />
        )}
        {standing === undefined ? null : <Acts organization={organization} standing={standing} onChange={again} />}
      </div>
      <RefusalOf error={error} />
      {standing === undefined ? null : <Told standing={standing} />}
      {told ? (
        <Text c="dimmed" className={classes.why}>
          {t('witness.why')}
        </Text>
      ) : null}
    </section>
  );
}

function StandingBadge({ standing: { verdict } }: { readonly standing: Standing }) {
  const { t } = useTranslation('ledger');
  const name = verdict?.kind ?? 'unchecked';
  const tones: Readonly<Record<typeof name, Tone>> = {
    first: 'petrol',
    same: 'green',
    grown: 'green',
    unchecked: 'grey',
    accused: 'red',
  };
  return <ToneBadge tone={tones[name]}>{t(`witness.${name}`)}</ToneBadge>;
}

/** What is kept, since when, and what the last look found. */
function Told({ standing: { kept, verdict, problem, keeps } }: { readonly standing: Standing }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  return (
    <>
      {kept === null ? null : (
        <Text component="output" display="block">
          {t('witness.keeps', { count: kept.size, when: formats.moment(kept.provenAt) })}{' '}
          {verdict?.kind === 'grown'
            ? `${t('witness.added', { count: verdict.added })} ${t('witness.proofOf', { count: verdict.proof.length })} `
            : ''}
          {kept.since === kept.provenAt ? null : (
            <Text span c="dimmed">
              {t('witness.since', { when: formats.moment(kept.since) })}
            </Text>
          )}
        </Text>
      )}
      {keeps ? null : <Text>{t('witness.nothingKept')}</Text>}
      {problem === null ? null : <Refusal problem={problem} />}
    </>
  );
}

interface ActsProps {
  readonly organization: string;
  readonly standing: Standing;
  readonly onChange: () => Promise<unknown>;
}

function Acts({ organization, standing: { kept }, onChange }: ActsProps) {
  const { t } = useTranslation('ledger');
  const { t: frame } = useTranslation();
  const client = useQueryClient();
  const check = useMutation({ mutationFn: onChange, networkMode: 'always' });
  const take = useMutation({
    mutationFn: async (file: File) => ({ name: file.name, standing: await takeIn(organization, await file.text()) }),
    onSuccess: ({ standing }) => {
      if (standing !== null) client.setQueryData(standingKey(organization), standing);
    },
  });
  const begin = async (given: Kept) => {
    await forget(organization);
    await onChange();
    offerUndo({
      done: t('witness.begun'),
      undo: async () => {
        await forget(organization);
        await keep(organization, given);
        await onChange();
      },
    });
  };
  return (
    <>
      <Group gap="xs" className={classes.acts}>
        <Button size="xs" loading={check.isPending} onClick={() => check.mutate()}>
          {t('witness.again')}
        </Button>
        {kept === null ? null : (
          <Button size="xs" visibleFrom="sm" onClick={() => saveNote(kept.note)}>
            {t('witness.save')}
          </Button>
        )}
        <FileButton onChange={(file) => file && take.mutate(file)}>
          {({ onClick }) => (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={30} aria-label={frame('more')}>
                  <Icon of={IconDots} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {kept === null ? null : (
                  <Menu.Item hiddenFrom="sm" onClick={() => saveNote(kept.note)}>
                    {t('witness.save')}
                  </Menu.Item>
                )}
                <Menu.Item onClick={onClick}>{t('witness.takeIn')}</Menu.Item>
                {kept === null ? null : (
                  <>
                    <Menu.Item onClick={() => saveKey(kept)}>{t('witness.saveKey')}</Menu.Item>
                    <Menu.Item onClick={() => void begin(kept)}>{t('witness.anew')}</Menu.Item>
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
      </Group>
      <RefusalOf error={take.error} />
      {take.data === undefined ? null : (
        <Text component="output" className={classes.wide}>
          {t(take.data.standing === null ? 'witness.notTakenIn' : 'witness.tookIn', { name: take.data.name })}
        </Text>
      )}
    </>
  );
}
