import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { asBytes } from '../../../bytes.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { Refused } from '../../../problem.ts';
import { keyOf } from '../../../queries.ts';
import { TextLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { PageTitle } from '../../../shell/page-title.tsx';
import { useFormats } from '../../../use-formats.ts';
import { DropPlace } from '../../certification/drop-place.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { sheetQuery } from './plant-queries.ts';
import { isSheet } from './sheets.ts';

const route = getRouteApi('/o/$organization/plant/$sheet/import');

/** Takes a table into a sheet of the plant: the file, what would become of each of its rows, and only then the import. */
export function ImportSheetPage() {
  const { t } = useTranslation('plant');
  const { slug } = useMember();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { sheet: asked } = route.useParams();
  const sheet = isSheet(asked) ? asked : 'items';
  const { data } = useQuery(sheetQuery(slug, sheet));
  const formats = useFormats();
  const [file, setFile] = useState<File>();
  const path = { organization: slug, sheet };
  const preview = useMutation({
    mutationFn: (of: File) =>
      ask(
        api.POST('/api/organizations/{organization}/plant/{sheet}/import/preview', {
          params: { path },
          body: of,
          ...asBytes,
        }),
      ),
  });
  const write = useMutation({
    mutationFn: ({ of, seal }: { readonly of: File; readonly seal: string }) =>
      ask(
        api.POST('/api/organizations/{organization}/plant/{sheet}/import', {
          params: { path, query: { seal } },
          body: of,
          ...asBytes,
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'plant') });
      await navigate({ to: '/o/$organization/plant/$sheet', params: { organization: slug, sheet } });
    },
    onError: (reason) => {
      // Somebody changed the sheet meanwhile: what would happen now is shown, and confirmed or not.
      if (file !== undefined && reason instanceof Refused && reason.problem.code === 'changed-since-preview')
        preview.mutate(file);
    },
  });
  const read = (of: File): void => {
    setFile(of);
    write.reset();
    preview.mutate(of);
  };
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{t('import.title', { sheet: t(`sheet.${sheet}`) })}</PageTitle>
        <TextLink underline="always" to="/o/$organization/plant/$sheet" params={{ organization: slug, sheet }}>
          {t('import.back')}
        </TextLink>
      </div>
      {file === undefined ? (
        <TakeTable onFile={read} columns={data?.columns.map(({ label }) => label) ?? []} />
      ) : (
        <Group gap="sm">
          <Text fw={550}>{file.name}</Text>
          <Text c="dimmed">{formats.bytes(file.size)}</Text>
          <Button
            size="xs"
            onClick={() => {
              setFile(undefined);
              preview.reset();
              write.reset();
            }}
          >
            {t('import.another')}
          </Button>
        </Group>
      )}
      <RefusalOf error={preview.error ?? write.error} />
      {file === undefined || preview.data === undefined || data === undefined ? null : (
        <SheetPreview
          preview={preview.data}
          columns={data.columns}
          busy={write.isPending || preview.isPending}
          onImport={() => write.mutate({ of: file, seal: preview.data.seal })}
        />
      )}
    </Stack>
  );
}

/** A table is dropped, chosen, or its rows are pasted. */
function TakeTable({
  onFile,
  columns,
}: {
  readonly onFile: (file: File) => void;
  readonly columns: readonly string[];
}) {
  const { t } = useTranslation('plant');
  const formats = useFormats();
  const [pasted, setPasted] = useState('');
  return (
    <Stack gap="lg" maw={760}>
      <DropPlace onFile={onFile}>
        <Text fw={550}>{t('import.drop')}</Text>
        <Text c="dimmed">{t('import.dropHelp')}</Text>
        <FileButton accept=".csv,.txt,.tsv,.xlsx" onChange={(one) => one && onFile(one)}>
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
      {columns.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          {t('import.columnsKnown', { columns: formats.list([...columns]) })}
        </Text>
      )}
    </Stack>
  );
}
