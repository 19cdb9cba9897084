import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from '../core/queries.ts';
import { type ShippableLine, shippableQuery } from './queries.ts';

type Wanted = { readonly quantity: number; readonly promise: string | null };

/** What is to leave: quantities of what releases ask, or what was promised, in whole containers. */
export function NewShipmentPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const customers = useQuery(customersQuery(slug));
  const [customer, setCustomer] = useState<string | null>(null);
  const [carrier, setCarrier] = useState('');
  const [pack, setPack] = useState('');
  const [wanted, setWanted] = useState<ReadonlyMap<string, Wanted>>(new Map());
  const shippable = useQuery({ ...shippableQuery(slug, customer ?? ''), enabled: customer !== null });
  const keyOfLine = (line: ShippableLine): string => `${line.release} ${line.line}`;
  const want = (line: ShippableLine, quantity: number, promise: string | null = null): void =>
    setWanted((before) => new Map(before).set(keyOfLine(line), { quantity, promise }));
  const lines = (shippable.data?.lines ?? []).flatMap((line) => {
    const one = wanted.get(keyOfLine(line));
    return one === undefined || one.quantity <= 0 ? [] : [{ line, ...one }];
  });
  const prepare = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/shipments', {
          params: { path: { organization: slug } },
          body: {
            customer: customer ?? '',
            carrier: carrier === '' ? null : carrier,
            lines: lines.map(({ line, quantity, promise }) => ({
              release: line.release,
              line: line.line,
              promise,
              quantity,
              perPack: line.container,
              packType: pack === '' ? null : pack,
            })),
          },
        }),
      ),
    onSuccess: async ({ shipment }) => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'shipment') });
      await navigate({ to: '/o/$organization/shipments/$shipment', params: { organization: slug, shipment } });
    },
  });
  return (
    <Stack gap="lg" maw={720}>
      <PageTitle>{t('shipments.prepare')}</PageTitle>
      <Group align="end" gap="sm">
        <Select
          label={t('releases.customer')}
          required
          searchable
          data={(customers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={customer}
          onChange={(value) => {
            setCustomer(value);
            setWanted(new Map());
          }}
        />
        <TextInput label={t('shipments.carrier')} value={carrier} onChange={(e) => setCarrier(e.currentTarget.value)} />
        <TextInput label={t('shipments.packType')} value={pack} onChange={(e) => setPack(e.currentTarget.value)} />
      </Group>
      <RefusalOf error={shippable.error} onRetry={() => void shippable.refetch()} />
      {shippable.data?.lines.length === 0 ? <Text>{t('shipments.nothingAsked')}</Text> : null}
      {(shippable.data?.lines ?? []).map((line) => (
        <Stack key={keyOfLine(line)} gap={4}>
          <Group align="end" gap="sm">
            <NumberInput
              label={line.item}
              description={[
                line.place,
                t('shipments.open', { quantity: formats.number(line.open) }),
                line.container === null
                  ? null
                  : t('shipments.containers', { quantity: formats.number(line.container) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
              min={0}
              step={line.container ?? 1}
              value={wanted.get(keyOfLine(line))?.quantity ?? ''}
              onChange={(value) => want(line, Number(value))}
            />
            {(shippable.data?.promises ?? [])
              .filter((promise) => promise.item === line.item)
              .map((promise) => (
                <Button
                  key={promise.id}
                  variant="default"
                  onClick={() => want(line, promise.promised - promise.shipped, promise.id)}
                >
                  {t('shipments.takePromise', {
                    quantity: formats.number(promise.promised - promise.shipped),
                    day: formats.day(promise.on),
                  })}
                </Button>
              ))}
          </Group>
        </Stack>
      ))}
      <RefusalOf error={prepare.error} />
      <Group>
        <Button
          variant="filled"
          disabled={lines.length === 0}
          loading={prepare.isPending}
          onClick={() => prepare.mutate()}
        >
          {t('shipments.prepare')}
        </Button>
      </Group>
    </Stack>
  );
}
