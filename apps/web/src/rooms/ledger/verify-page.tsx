import { Alert, Button, FileButton, Loader, Stack, Text, TextInput } from '@mantine/core';
import { parseVerifierKey } from '@coprod/ledger';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { iconOf } from '../../components/state.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { useFormats } from '../../use-formats.ts';
import { FileVerdict } from './file-verdict.tsx';
import { allKept } from './kept-checkpoints.ts';
import classes from './verify-page.module.css';
import { type Contradiction, verifyDropped } from './verify-dropped.ts';

/**
 * Checks receipts, documents, checkpoints, exports and the files they vouch for, on this device. It asks the server for nothing, and
 * opens without network and without an account.
 */
export function VerifyPage() {
  const { t } = useTranslation('ledger');
  const [{ turn, files }, setDropped] = useState<Dropped>({ turn: 0, files: [] });
  const [key, setKey] = useState('');
  const [over, setOver] = useState(false);
  const given = key.trim();
  const isKey = given === '' || parseVerifierKey(given) !== null;
  const { data: kept = [] } = useQuery({
    queryKey: ['witness', 'all'],
    queryFn: () => allKept().catch(() => []), // a browser that keeps nothing knows no key
    networkMode: 'always',
    staleTime: 0,
  });
  const add = (more: readonly File[]) =>
    setDropped((before) => ({ turn: before.turn + 1, files: [...before.files, ...more] }));
  return (
    <PlainFrame wide>
      <Stack gap="lg">
        <PageTitle>{t('verify.title')}</PageTitle>
        <Text>{t('verify.intro')}</Text>
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            add([...event.dataTransfer.files]);
          }}
        >
          <Text c="dimmed">{t('verify.drop')}</Text>
          <FileButton multiple onChange={add}>
            {(props) => (
              <Button variant="filled" {...props}>
                {t('verify.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        <TextInput
          label={t('verify.key')}
          description={t('verify.keyHint')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={isKey ? undefined : t('verify.keyWrong')}
          spellCheck={false}
          autoComplete="off"
        />
        <KeptKeys kept={kept} />
        {files.length > 0 ? (
          <Verdicts
            turn={turn}
            files={files}
            given={isKey && given !== '' ? [given] : []}
            kept={kept}
            onClear={() => setDropped({ turn: turn + 1, files: [] })}
          />
        ) : null}
      </Stack>
    </PlainFrame>
  );
}

/** Files have no identity to be cached by: each change of the list is a turn of its own. */
interface Dropped {
  readonly turn: number;
  readonly files: readonly File[];
}

type AllKept = Awaited<ReturnType<typeof allKept>>;

function KeptKeys({ kept }: { readonly kept: AllKept }) {
  const { t } = useTranslation('ledger');
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <Text component="h2" id="kept" fw={550} fz="md" m={0}>
        {t('verify.keptKeys')}
      </Text>
      <ul className={classes.keys}>
        {kept.map(({ organization, kept: { key } }) => (
          <li key={organization}>{key}</li>
        ))}
      </ul>
    </section>
  );
}

interface VerdictsProps extends Dropped {
  readonly given: readonly string[];
  readonly kept: AllKept;
  readonly onClear: () => void;
}

function Verdicts({ turn, files, given, kept, onClear }: VerdictsProps) {
  const { t } = useTranslation('ledger');
  const { data, error } = useQuery({
    queryKey: ['verify', turn, given, kept.map(({ kept: { note } }) => note)],
    queryFn: () =>
      verifyDropped(files, {
        given,
        kept: kept.map(({ organization, kept: { key, note } }) => ({ organization, key, note })),
      }),
    networkMode: 'always',
    gcTime: 0,
  });
  if (error !== null) throw error;
  return (
    <section aria-labelledby="found" aria-live="polite">
      <div className={classes.head}>
        <Text component="h2" id="found" fw={600} fz="lg" m={0}>
          {t('verify.found')}
        </Text>
        <Button size="xs" onClick={onClear}>
          {t('verify.clear')}
        </Button>
      </div>
      {data === undefined ? (
        <Loader size="sm" aria-label={t('verify.checking')} />
      ) : (
        <Stack gap="sm">
          {data.contradictions.map((one) => (
            <Contradicts key={one.between.join()} of={one} kept={kept} />
          ))}
          {data.files.map((file, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- two dropped files may have one name
            <FileVerdict key={place} of={file} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function Contradicts({ of, kept }: { readonly of: Contradiction; readonly kept: AllKept }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const nameOf = (name: string) =>
    kept.some(({ organization }) => organization === name) ? t('verify.keptHere', { name }) : name;
  const [a, b] = of.between;
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<Icon of={iconOf('red')} />}
      title={t('verify.contradiction')}
    >
      {t('verify.contradictionText', { a: nameOf(a), b: nameOf(b), origin: of.origin, size: formats.number(of.size) })}
    </Alert>
  );
}
