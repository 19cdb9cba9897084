import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { saveFile } from '../../save-file.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { OutgoingState } from './outgoing-table.tsx';
import { shipmentQuery } from './queries.ts';
import { ShipmentState } from './shipments-page.tsx';

const route = getRouteApi('/o/$organization/shipments/$shipment');

/** One shipment: its lines with the total after it, its containers and labels, and what announced it. */
export function ShipmentPage() {
  const { t } = useTranslation('planning');
  const { shipment: id } = route.useParams();
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(shipmentQuery(slug, id));
  const leave = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/shipments/{shipment}/departure', {
          params: { path: { organization: slug, shipment: id } },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['shipment', 'cumulative', 'outgoing'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })),
      ),
  });
  const print = useMutation({
    mutationFn: () => saveFile(`/api/organizations/${slug}/shipments/${id}/labels`, `labels-${data?.note ?? ''}.pdf`),
  });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const items = new Map(data.lines.map((line) => [line.line, line]));
  return (
    <ObjectPage
      title={t('shipments.noteOf', { note: data.note })}
      badges={<ShipmentState state={data.state} />}
      facts={[
        ...(side === 'organization' ? [data.customer] : []),
        data.shipToName === '' ? data.shipTo : data.shipToName,
        ...(data.unloadingPoint === null ? [] : [t('shipments.unloadingPoint', { place: data.unloadingPoint })]),
        ...(data.carrier === null ? [] : [data.carrier]),
        formats.moment(data.leftAt ?? data.madeAt),
      ]}
      act={
        data.state === 'prepared' && has('planner') ? (
          <Button variant="filled" loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('shipments.leave')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="lg">
        <RefusalOf error={leave.error ?? print.error} />
        {data.advice === null ? null : (
          <Text component="div">
            {t('shipments.announcedBy')}{' '}
            <TextLink
              underline="always"
              to="/o/$organization/outgoing/$outgoing"
              params={{ organization: slug, outgoing: data.advice.id }}
            >
              {data.advice.kind} {data.advice.reference}
            </TextLink>{' '}
            <OutgoingState row={data.advice} />
          </Text>
        )}
        {data.advice === null && data.state === 'announced' && side === 'organization' ? (
          <Text c="dimmed">{t('shipments.noAdvice')}</Text>
        ) : null}
        <Table.ScrollContainer minWidth={480}>
          <Table aria-label={t('shipments.items')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('release.item')}</Table.Th>
                <Table.Th ta="right">{t('shipments.quantity')}</Table.Th>
                <Table.Th ta="right">{t('shipments.perPack')}</Table.Th>
                <Table.Th ta="right">{t('shipments.total')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.lines.map((line) => (
                <Table.Tr key={line.line}>
                  <Table.Td>
                    {line.item}
                    {line.description === null ? null : <Text c="dimmed">{line.description}</Text>}
                  </Table.Td>
                  <Table.Td ta="right">{formats.number(line.quantity)}</Table.Td>
                  <Table.Td ta="right">{formats.number(line.perPack)}</Table.Td>
                  <Table.Td ta="right">{line.total === null ? '–' : formats.number(line.total)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('shipments.units', { count: data.units.length })}
          </Title>
          <div>
            <Button variant="default" loading={print.isPending} onClick={() => print.mutate()}>
              {t('shipments.labels')}
            </Button>
          </div>
          <Table aria-label={t('shipments.units', { count: data.units.length })}>
            <Table.Tbody>
              {data.units.map((unit) => (
                <Table.Tr key={unit.unit}>
                  <Table.Td>{unit.sscc}</Table.Td>
                  <Table.Td>{items.get(unit.line)?.item}</Table.Td>
                  <Table.Td ta="right">{formats.number(unit.quantity)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Stack>
    </ObjectPage>
  );
}
