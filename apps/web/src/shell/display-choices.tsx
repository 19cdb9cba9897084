import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences.ts';
import { chooseLanguage, useLanguage } from '../texts/language.ts';

/** Language, appearance, height of rows: one's own, kept on the device. */
export function DisplayChoices() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [{ density }, prefer] = usePreferences();
  return (
    <Stack gap="sm">
      <Choice
        label={t('menu.language')}
        value={language}
        of={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        onChange={(value) => void chooseLanguage(value)}
      />
      <Choice
        label={t('menu.appearance')}
        value={colorScheme}
        of={[
          { value: 'light', label: t('menu.light') },
          { value: 'dark', label: t('menu.dark') },
          { value: 'auto', label: t('menu.auto') },
        ]}
        onChange={setColorScheme}
      />
      <Choice
        label={t('menu.density')}
        value={density}
        of={[
          { value: 'compact', label: t('menu.compact') },
          { value: 'roomy', label: t('menu.roomy') },
        ]}
        onChange={(value) => prefer({ density: value })}
      />
    </Stack>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly of: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, of, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div>
      <Text size="xs" c="dimmed" id={id} mb={2}>
        {label}
      </Text>
      <SegmentedControl fullWidth size="xs" aria-labelledby={id} data={[...of]} value={value} onChange={onChange} />
    </div>
  );
}
