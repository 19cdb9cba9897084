import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../components/state.ts';
import { ToneBadge } from '../../components/state-badge.tsx';
import { useFormats } from '../../use-formats.ts';
import { explainReceipt } from './explain-receipt.ts';
import { ProofPath } from './proof-path.tsx';
import { RefusedProof } from './refused-proof.tsx';
import { useEntryWords } from './use-entry-words.ts';
import classes from './verify-page.module.css';
import type { FileFound, Signed } from './verify-dropped.ts';

/** What one dropped file proves, or where it fails. */
export function FileVerdict({ of }: { readonly of: FileFound }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const [tone, told] = verdictOf(of);
  return (
    <article className={classes.file}>
      <header className={classes.head}>
        <ToneBadge tone={tone}>{t(`verify.${told}`)}</ToneBadge>
        <Text component="h3" fw={550} fz="md" m={0} className={classes.name}>
          {of.name}
        </Text>
        <Text c="dimmed" size="sm">
          {formats.bytes(of.size)}
        </Text>
      </header>
      {'proof' in of && !of.proof.ok ? <RefusedProof refusal={of.proof} bytes={of.bytes} /> : <Proven of={of} />}
      {'signed' in of && of.signed !== null ? <KeyTold of={of.signed} /> : null}
      {of.kind === 'receipt' && of.proof.ok && of.bytes !== null ? <Path bytes={of.bytes} /> : null}
    </article>
  );
}

function verdictOf(of: FileFound): readonly [Tone, 'proved' | 'notProved' | 'ownKey' | 'aKey'] {
  if (of.kind === 'key') return ['petrol', 'aKey'];
  const ok = of.kind === 'file' ? of.by !== null : of.proof.ok;
  if (!ok) return ['red', 'notProved'];
  return of.kind !== 'file' && of.signed?.standing === 'unknown' ? ['amber', 'ownKey'] : ['green', 'proved'];
}

/** One sentence on what is proven. */
function Proven({ of }: { readonly of: FileFound }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const words = useEntryWords();
  switch (of.kind) {
    case 'receipt': {
      if (!of.proof.ok) return null;
      const { entry, index, checkpoint } = of.proof;
      const place = { index: formats.number(index), size: formats.number(checkpoint.size) };
      if (entry === null) return <Text>{t('verify.receiptErased', place)}</Text>;
      const files = entry.attachments?.map(({ name }) => name) ?? [];
      return (
        <Text>
          {t('verify.receipt', { ...place, kind: words.kind(entry.kind), when: formats.moment(entry.at) })}{' '}
          {files.length > 0 ? t('verify.vouches', { files: formats.list(files) }) : ''}
        </Text>
      );
    }
    case 'ledger':
      if (!of.proof.ok) return null;
      return (
        <Text>{t('verify.ledger', { count: of.proof.checkpoint.size, erased: formats.number(of.proof.erased) })}</Text>
      );
    case 'document': {
      if (!of.proof.ok) return null;
      const { facts, blocks } = of.proof;
      const withheld = blocks.filter(({ state }) => state === 'withheld').length;
      return (
        <Text>
          {t('verify.document', {
            title: facts.title,
            version: formats.number(facts.version),
            when: formats.moment(facts.decidedAt),
          })}{' '}
          {t('verify.blocks', { count: blocks.length, withheld: formats.number(withheld) })}
        </Text>
      );
    }
    case 'checkpoint':
      return of.proof.ok ? <Text>{t('verify.checkpoint', { count: of.proof.checkpoint.size })}</Text> : null;
    case 'key':
      return <Text>{t('verify.keyTaken')}</Text>;
    case 'file':
      return (
        <Text>
          {of.by === null ? t('refused.noReceipt') : t('verify.file', { receipt: of.by.receipt, name: of.by.as })}
        </Text>
      );
  }
}

function KeyTold({ of: { key, standing } }: { readonly of: Signed }) {
  const { t } = useTranslation('ledger');
  return (
    <div>
      <Text>
        {t('verify.signedBy', { name: key.slice(0, key.indexOf('+')) })} {t(`standing.${standing}`)}
      </Text>
      <Text className={classes.mono}>{key}</Text>
    </div>
  );
}

function Path({ bytes }: { readonly bytes: Uint8Array }) {
  const { t } = useTranslation('ledger');
  const told = explainReceipt(new TextDecoder().decode(bytes));
  if (!told.ok) return null;
  return (
    <details className={classes.path}>
      <summary>{t('verify.path')}</summary>
      <ProofPath of={told} />
    </details>
  );
}
