import { Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../auth.ts';
import { Refusal } from '../../components/refusal.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { useDoor } from './use-door.ts';

/** The second step: the authenticator's six digits, or a backup code. */
export function CodeStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const door = useDoor();
  const [kind, setKind] = useState<'digits' | 'backup'>('digits');
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);

  async function verify(event: SubmitEvent) {
    event.preventDefault();
    const told = { what: t('code.refused'), whatToDo: t('code.refusedTodo') };
    const given = { code: code.replaceAll(/\s/g, ''), trustDevice: trust };
    const entered =
      kind === 'digits'
        ? await door.knock(() => auth.twoFactor.verifyTotp(given), told)
        : await door.knock(() => auth.twoFactor.verifyBackupCode(given), told);
    if (entered !== null) onDone();
  }

  return (
    <form onSubmit={(event) => void verify(event)}>
      <Stack gap="md">
        <PageTitle>{t('code.title')}</PageTitle>
        <Text c="dimmed">{t('code.text')}</Text>
        {door.problem ? <Refusal problem={door.problem} /> : null}
        <TextInput
          key={kind}
          label={kind === 'digits' ? t('code.label') : t('code.backupLabel')}
          autoComplete="one-time-code"
          inputMode={kind === 'digits' ? 'numeric' : 'text'}
          required
          withAsterisk={false}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Checkbox label={t('code.trust')} checked={trust} onChange={(event) => setTrust(event.currentTarget.checked)} />
        <Button type="submit" variant="filled" loading={door.busy}>
          {t('code.act')}
        </Button>
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="center"
          onClick={() => {
            setKind(kind === 'digits' ? 'backup' : 'digits');
            setCode('');
          }}
        >
          {kind === 'digits' ? t('code.backup') : t('code.digits')}
        </Anchor>
      </Stack>
    </form>
  );
}
