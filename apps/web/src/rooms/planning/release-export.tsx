import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { saveFile } from '../../save-file.ts';
import { useMember } from '../../shell/member.ts';
import { tableMappingsQuery } from './queries.ts';

/** A release as a table: in columns of our own, or in those that its customer uses. */
export function ReleaseExport({
  release,
  document,
  customer,
}: {
  readonly release: string;
  readonly document: string;
  readonly customer: string;
}) {
  const { t } = useTranslation('planning');
  const { slug, has } = useMember();
  const { data } = useQuery({ ...tableMappingsQuery(slug), enabled: has('planner') });
  const save = useMutation({
    mutationFn: ({ format, mapping }: { readonly format: 'csv' | 'xlsx'; readonly mapping?: string }) =>
      saveFile(
        `/api/organizations/${slug}/releases/${release}/table?format=${format}${mapping === undefined ? '' : `&mapping=${mapping}`}`,
        `${document}.${format}`,
      ),
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={save.isPending}>
            {t('tables.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save.mutate({ format: 'xlsx' })}>Excel</Menu.Item>
          <Menu.Item onClick={() => save.mutate({ format: 'csv' })}>CSV</Menu.Item>
          {(data?.rows ?? [])
            .filter((row) => row.customerId === customer)
            .map((row) => (
              <Menu.Item key={row.id} onClick={() => save.mutate({ format: 'xlsx', mapping: row.id })}>
                {t('tables.exportAs', { name: row.name })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <RefusalOf error={save.error} />
    </>
  );
}
