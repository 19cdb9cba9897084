import { Stack, Text } from '@mantine/core';
import type { Refusal } from '@coprod/ledger';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../use-formats.ts';
import classes from './ledger.module.css';
import { type WrongPlace, excerptOf, wrongPlaceOf } from './wrong-place.ts';

interface RefusedProofProps {
  readonly refusal: Refusal;
  /** The file, where it can be shown. */
  readonly bytes: Uint8Array | null;
}

/** Why something is not proven: what is wrong, at which byte, line or field, the place itself, and what the command would say. */
export function RefusedProof({ refusal, bytes }: RefusedProofProps) {
  const { t } = useTranslation('ledger');
  const place = wrongPlaceOf(refusal.where, bytes);
  return (
    <Stack gap={4}>
      <Text>
        {t(refusal.where === 'no key' ? 'refused.noKey' : `refused.${refusal.code}`)} <Place of={place} />
      </Text>
      {bytes === null ? null : <PlaceInFile of={place} bytes={bytes} />}
      <Text size="sm" c="dimmed">
        {t('place.cli', { code: refusal.code, where: refusal.where })}
      </Text>
    </Stack>
  );
}

function Place({ of }: { readonly of: WrongPlace }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  switch (of.kind) {
    case 'byte':
      return of.line === null
        ? t('place.byte', { byte: formats.number(of.byte) })
        : t('place.lineByte', { line: formats.number(of.line), byte: formats.number(of.byte) });
    case 'line':
      return t('place.line', { line: formats.number(of.line) });
    case 'fields':
      return of.fields.map(({ name, from, to }) => (
        <span key={name}>
          {t('place.field', { field: name, from: formats.number(from), to: formats.number(to - 1) })}{' '}
        </span>
      ));
    case 'words':
      return null;
  }
}

function PlaceInFile({ of, bytes }: { readonly of: WrongPlace; readonly bytes: Uint8Array }) {
  const { t } = useTranslation('ledger');
  const ranges =
    of.kind === 'byte' && of.line === null
      ? [{ from: of.byte, to: of.byte + 1 }]
      : of.kind === 'fields'
        ? of.fields
        : [];
  return ranges.map(({ from, to }) => {
    const { before, wrong, after } = excerptOf(bytes, from, to);
    return (
      <pre key={from} className={classes.excerpt} aria-label={t('place.excerpt')}>
        {before}
        <mark>{wrong}</mark>
        {after}
      </pre>
    );
  });
}
