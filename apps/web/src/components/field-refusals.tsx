import { Alert, List } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';

interface FieldRefusalsProps {
  /** The label of each field that needs the person, its element's id, and what is wrong. */
  readonly faults: readonly { readonly id: string; readonly label: string; readonly what: string }[];
}

/** On top of a form: the list of its fields that need the person, each a link to the field. Told at once to screen readers. */
export function FieldRefusals({ faults }: FieldRefusalsProps) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <Alert
      color="amber"
      icon={<Icon of={IconHandStop} />}
      title={t('refusal.atField', { count: faults.length })}
      role="alert"
    >
      <List>
        {faults.map(({ id, label, what }) => (
          <List.Item key={id}>
            <a href={`#${id}`}>{label}</a>
            {`: ${what}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
