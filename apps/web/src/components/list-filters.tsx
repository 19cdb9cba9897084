import { Button, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import classes from './list-filters.module.css';
import type { ListSearch } from './list-search.ts';
import { SavedViews } from './saved-views.tsx';

/** One way to narrow a list; its key is the parameter in the address. */
export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface ListFiltersProps {
  readonly name: string;
  readonly filters: readonly Filter[];
  readonly findable: boolean;
  readonly search: ListSearch;
  readonly onSearch: (change: ListSearch) => void;
}

/** The chips above a list. What is chosen stands in the address, so that a filtered list can be sent to a colleague. */
export function ListFilters({ name, filters, findable, search, onSearch }: ListFiltersProps) {
  const { t } = useTranslation();
  const find = useDebouncedCallback((words: string) => onSearch({ find: words.trim() || undefined }), 200);
  const field = useRef<HTMLInputElement>(null);
  // What comes from elsewhere (Back, a saved view) is shown, but never over what is being typed.
  useEffect(() => {
    if (field.current !== null && field.current !== document.activeElement) field.current.value = search.find ?? '';
  }, [search.find]);
  const chosen = filters.filter(({ key }) => search[key] !== undefined);
  if (filters.length === 0 && !findable) return null;
  return (
    <div className={classes.filters}>
      {findable ? (
        <TextInput
          ref={field}
          size="xs"
          w={220}
          aria-label={t('list.find')}
          placeholder={t('list.find')}
          leftSection={<Icon of={IconSearch} size={16} />}
          defaultValue={search.find ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          data-list-filter
        />
      ) : null}
      {filters.map((filter) => (
        <Chip
          key={filter.key}
          filter={filter}
          value={search[filter.key]}
          onChoose={(value) => onSearch({ [filter.key]: value })}
        />
      ))}
      {chosen.length > 1 ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => onSearch(Object.fromEntries(chosen.map(({ key }) => [key, undefined])))}
        >
          {t('list.clearAll')}
        </Button>
      ) : null}
      {filters.length > 0 ? <SavedViews name={name} filters={filters} search={search} onSearch={onSearch} /> : null}
    </div>
  );
}

interface ChipProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Chip({ filter, value, onChoose }: ChipProps) {
  const { t } = useTranslation();
  const chosen = filter.options.find((option) => option.value === value);
  return (
    <span className={classes.chip} data-chosen={chosen !== undefined || undefined}>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.choose} {...(chosen ? {} : { 'data-list-filter': true })}>
            {chosen ? t('list.chosen', { filter: filter.label, value: chosen.label }) : filter.label}
            {chosen ? null : <Icon of={IconChevronDown} size={14} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {[{ value: undefined, label: t('list.any') }, ...filter.options].map((option) => (
            <Menu.Item
              key={option.value ?? ''}
              onClick={() => onChoose(option.value)}
              rightSection={option.value === chosen?.value ? <Icon of={IconCheck} size={16} /> : null}
            >
              {option.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen ? (
        <UnstyledButton
          className={classes.clear}
          onClick={() => onChoose(undefined)}
          aria-label={t('list.clear', { filter: filter.label })}
        >
          <Icon of={IconX} size={14} />
        </UnstyledButton>
      ) : null}
    </span>
  );
}
