import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { asBytes } from '../../bytes.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { Refused } from '../../problem.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useFormats } from '../../use-formats.ts';
import { DropPlace } from './drop-place.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useRequirementsChanged, useTakeBack } from './judging.ts';
import { catalogueQuery, type Preview } from './queries.ts';

const route = getRouteApi('/o/$organization/catalogues/$catalogue/import');

/** Which columns were chosen by hand; what is not said is read from the names on the first line. */
export interface ChosenColumns {
  readonly clause?: number;
  readonly words?: number;
  readonly source?: number;
  readonly named?: 'yes' | 'no';
}

/** Takes a customer's table in: the file, what would become of each of its rows, and only then the import. */
export function ImportPage() {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const navigate = useNavigate();
  const { catalogue: id } = route.useParams();
  const { data: catalogue, error, refetch } = useQuery(catalogueQuery(slug, id));
  const changed = useRequirementsChanged();
  const takeBack = useTakeBack(id);
  const [file, setFile] = useState<File>();
  const [chosen, setChosen] = useState<ChosenColumns>({});
  const path = { organization: slug, catalogue: id };
  const preview = useMutation({
    mutationFn: ({ of, columns }: { readonly of: File; readonly columns: ChosenColumns }) =>
      ask(
        api.POST('/api/organizations/{organization}/catalogues/{catalogue}/import/preview', {
          params: { path, query: columns },
          body: of,
          ...asBytes,
        }),
      ),
  });
  const write = useMutation({
    mutationFn: ({ of, seal }: { readonly of: File; readonly seal: string }) =>
      ask(
        api.POST('/api/organizations/{organization}/catalogues/{catalogue}/import', {
          params: { path, query: { ...chosen, seal } },
          body: of,
          ...asBytes,
        }),
      ),
    onSuccess: async (done) => {
      await changed();
      const { id: written } = done;
      if (written !== null)
        offerUndo({
          done: t('import.done', { count: done.received + done.changed + done.carried }),
          undo: () => takeBack(written),
        });
      void navigate({ to: '/o/$organization/catalogues/$catalogue', params: { organization: slug, catalogue: id } });
    },
    onError: (reason) => {
      // The catalogue moved on meanwhile: what would happen now is shown, and confirmed or not.
      if (file !== undefined && reason instanceof Refused && reason.problem.code === 'changed-since-preview')
        preview.mutate({ of: file, columns: chosen });
    },
  });
  if (catalogue === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const read = (of: File, columns: ChosenColumns): void => {
    setFile(of);
    setChosen(columns);
    write.reset();
    preview.mutate({ of, columns });
  };
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{t('import.title')}</PageTitle>
        <Text c="dimmed">
          <TextLink
            underline="always"
            to="/o/$organization/catalogues/$catalogue"
            params={{ organization: slug, catalogue: id }}
          >{`${catalogue.name}, ${catalogue.edition}`}</TextLink>
          {` · ${catalogue.customer.name}`}
        </Text>
      </div>
      {file === undefined ? (
        <TakeFile onFile={(one) => read(one, {})} />
      ) : (
        <Taken
          file={file}
          onAgain={() => {
            setFile(undefined);
            setChosen({});
            preview.reset();
            write.reset();
          }}
        />
      )}
      <RefusalOf error={preview.error ?? write.error} />
      {file === undefined || preview.data === undefined ? null : (
        <ImportPreview
          preview={preview.data satisfies Preview}
          catalogue={catalogue}
          chosen={chosen}
          busy={write.isPending || preview.isPending}
          onColumns={(columns) => read(file, columns)}
          onImport={() => write.mutate({ of: file, seal: preview.data.seal })}
        />
      )}
    </Stack>
  );
}

/** A file is dropped, chosen, or its rows are pasted from a table. */
function TakeFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('certification');
  const [pasted, setPasted] = useState('');
  return (
    <Stack gap="lg" maw={760}>
      <DropPlace onFile={onFile}>
        <Text fw={550}>{t('import.drop')}</Text>
        <Text c="dimmed">{t('import.dropHelp')}</Text>
        <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(one) => one && onFile(one)}>
          {(props) => (
            <Button variant="filled" {...props}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      </DropPlace>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onFile(new File([pasted], t('import.pastedName'), { type: 'text/csv' }));
        }}
      >
        <Stack gap="sm" align="flex-start">
          <Textarea
            w="100%"
            label={t('import.paste')}
            description={t('import.pasteHelp')}
            autosize
            minRows={4}
            maxRows={12}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Button type="submit" disabled={pasted.trim() === ''}>
            {t('import.look')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function Taken({ file, onAgain }: { readonly file: File; readonly onAgain: () => void }) {
  const { t } = useTranslation('certification');
  const formats = useFormats();
  return (
    <Group gap="sm">
      <Text fw={550}>{file.name}</Text>
      <Text c="dimmed">{formats.bytes(file.size)}</Text>
      <Button size="xs" onClick={onAgain}>
        {t('import.another')}
      </Button>
    </Group>
  );
}
