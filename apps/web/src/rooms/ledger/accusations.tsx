import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { iconOf } from '../../components/state.ts';
import { offerUndo } from '../../components/undo-toast.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { type KeptAccusation, dropAccusation, keepAccusation } from './kept-checkpoints.ts';
import classes from './ledger.module.css';
import { saveNote } from './save-note.ts';

interface AccusationsProps {
  readonly of: readonly KeptAccusation[];
  readonly onChange: () => Promise<unknown>;
}

/** What was found against the ledger, said loudly, with both checkpoints: they stay until the reader puts them aside. */
export function Accusations({ of, onChange }: AccusationsProps) {
  return of.map((accusation) => <OneAccusation key={accusation.id} of={accusation} onChange={onChange} />);
}

function OneAccusation({ of, onChange }: { readonly of: KeptAccusation; readonly onChange: () => Promise<unknown> }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const putAside = async () => {
    await dropAccusation(of.id);
    await onChange();
    offerUndo({
      done: t('accusation.dropped'),
      undo: async () => {
        await keepAccusation(of.organization, of);
        await onChange();
      },
    });
  };
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<Icon of={iconOf('red')} />}
      title={t(`accusation.${of.finding}`)}
    >
      <Stack gap="sm">
        <Text>
          {t(`accusation.${of.finding}Text`)} {t('accusation.when', { when: formats.moment(of.at) })}
        </Text>
        <div className={classes.notes}>
          <Note title={t('accusation.kept')} note={of.kept} save={t('accusation.saveKept')} />
          <Note title={t('accusation.shown')} note={of.shown} save={t('accusation.saveShown')} />
        </div>
        <Text>{t('accusation.todo')}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={() => void putAside()}>
            {t('accusation.drop')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface NoteProps {
  readonly title: string;
  readonly note: string | null;
  readonly save: string;
}

function Note({ title, note, save }: NoteProps) {
  const { t } = useTranslation('ledger');
  return (
    <div>
      <Text fw={550}>{title}</Text>
      {note === null ? (
        <Text c="dimmed">{t('accusation.nothing')}</Text>
      ) : (
        <>
          <pre className={classes.note}>{note.slice(0, 1000)}</pre>
          <Button size="xs" variant="default" onClick={() => saveNote(note)}>
            {save}
          </Button>
        </>
      )}
    </div>
  );
}
