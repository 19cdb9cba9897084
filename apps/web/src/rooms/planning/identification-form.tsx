import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '../../shell/member.ts';
import { customersQuery } from '../core/queries.ts';

interface IdentificationFormProps {
  readonly act: string;
  readonly isPending: boolean;
  readonly onAdd: (body: { customer: string; sender: string; qualifier: string }) => Promise<unknown>;
}

/** By which sender a customer signs his files. */
export function IdentificationForm({ act, isPending, onAdd }: IdentificationFormProps) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const customers = useQuery(customersQuery(slug));
  const [customer, setCustomer] = useState<string | null>(null);
  const [sender, setSender] = useState('');
  const [qualifier, setQualifier] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd({ customer: customer ?? '', sender, qualifier }).then(
          () => setSender(''),
          () => undefined,
        );
      }}
    >
      <Group align="end" gap="sm">
        <Select
          label={t('releases.customer')}
          required
          searchable
          data={(customers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={customer}
          onChange={setCustomer}
        />
        <TextInput
          label={t('messages.sender')}
          required
          value={sender}
          onChange={(e) => setSender(e.currentTarget.value)}
        />
        <TextInput
          label={t('partners.qualifier')}
          value={qualifier}
          onChange={(e) => setQualifier(e.currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={isPending} disabled={customer === null}>
          {act}
        </Button>
      </Group>
    </form>
  );
}
