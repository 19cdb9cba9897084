import { Alert, Text } from '@mantine/core';
import { base64 } from '@coprod/ledger';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import type { Explanation } from './explain-receipt.ts';
import { keptOf } from './kept-checkpoints.ts';
import classes from './ledger.module.css';

/** The proof of one entry as this browser went through it, step by step, with what each step gave. */
export function CheckedHere({ of, organization }: { readonly of: Explanation; readonly organization: string }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that brings it stands elsewhere, on a phone at the foot of the screen.
  useEffect(() => heading.current?.focus(), []);
  const { proof, leaf, path } = of;
  const steps: readonly { readonly told: string; readonly gave: string }[] = [
    { told: t(proof.entry === null ? 'steps.erased' : 'steps.entry'), gave: base64(proof.commitment) },
    { told: t('steps.leaf'), gave: base64(leaf) },
    ...path.map(({ parent }) => ({
      told: t('steps.node', { from: formats.number(parent.from), to: formats.number(parent.to - 1) }),
      gave: base64(parent.hash),
    })),
    { told: t('steps.root', { size: formats.number(proof.checkpoint.size) }), gave: base64(proof.checkpoint.root) },
    { told: t('steps.signature', { name: proof.checkpoint.origin }), gave: proof.key },
  ];
  return (
    <section className={classes.section} aria-labelledby="checked">
      <h2 id="checked" tabIndex={-1} ref={heading}>
        {t('steps.title')}
      </h2>
      <Alert color="green" variant="light" icon={<Icon of={IconCheck} />}>
        {t('steps.proved')} <KeyKept organization={organization} proofKey={proof.key} />
      </Alert>
      <ol className={classes.steps}>
        {steps.map(({ told, gave }) => (
          <li key={told}>
            <Icon of={IconCheck} color="var(--mantine-color-success)" />
            <div>
              <Text>{told}</Text>
              <Text className={classes.mono} c="dimmed">
                {gave}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether the key is the one that this browser keeps. */
function KeyKept({ organization, proofKey }: { readonly organization: string; readonly proofKey: string }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  const { data } = useQuery({
    queryKey: ['witness', organization, 'kept'],
    queryFn: () => keptOf(organization).catch(() => null), // a browser that keeps nothing knows no key
    networkMode: 'always',
    staleTime: 0,
  });
  if (data === undefined) return null;
  if (data === null) return <>{t('steps.newKey')}</>;
  const when = formats.moment(data.since);
  return data.key === proofKey ? <>{t('steps.keptKey', { when })}</> : <strong>{t('steps.otherKey', { when })}</strong>;
}
