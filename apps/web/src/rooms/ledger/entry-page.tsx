import { Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, base64 } from '@coprod/ledger';
import { download } from '../../components/csv.ts';
import { WordsLine } from '../../components/customer-words.tsx';
import { Moment } from '../../components/moment.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from '../core/queries.ts';
import { CheckedHere } from './checked-here.tsx';
import { type Explanation, explainReceipt } from './explain-receipt.ts';
import classes from './ledger.module.css';
import { ProofPath } from './proof-path.tsx';
import { type EntryRow, entryQuery, receiptQuery } from './queries.ts';
import { RefusedProof } from './refused-proof.tsx';
import { useEntryWords } from './use-entry-words.ts';
import { useSubjectPath } from './use-subject-path.ts';

const tones = { open: 'green', erased: 'grey', withheld: 'withheld' } as const;

const route = getRouteApi('/o/$organization/ledger/$entry');

/** One entry: what stands there, or that it was erased; the path to the checkpoint; the receipt, saved or checked here. */
export function EntryPage() {
  const { t } = useTranslation('ledger');
  const { entry: place } = route.useParams();
  const { slug, side } = useMember();
  const formats = useFormats();
  const words = useEntryWords();
  const [checked, setChecked] = useState(false);
  const { data, error, refetch } = useQuery(entryQuery(slug, place));
  const receipt = useQuery({ ...receiptQuery(slug, place), enabled: data !== undefined && data.state !== 'withheld' });
  const { data: customers } = useQuery({ ...customersQuery(slug), enabled: side === 'organization' });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;

  const told = receipt.data === undefined ? null : explainReceipt(receipt.data);
  const customer = customers?.rows.find(({ id }) => id === data.customer);
  const save = () => download(`receipt-${slug}-${data.index}.json`, receipt.data ?? '', 'application/json');
  const facts = [
    <Moment key="at" at={data.writtenAt} />,
    <SubjectFact key="subject" of={data} />,
    ...(customer === undefined
      ? []
      : [
          <PathLink
            key="customer"
            className={classes.link}
            path={pathOfSubject(slug, { kind: 'customer', id: customer.id })}
          >
            {customer.name}
          </PathLink>,
        ]),
  ];
  return (
    <ObjectPage
      badges={<ToneBadge tone={tones[data.state]}>{t(`entry.state.${data.state}`)}</ToneBadge>}
      label={data.index === null ? undefined : t('entry.label', { index: formats.number(data.index) })}
      title={words.kind(data.kind)}
      facts={facts}
      act={
        told === null ? undefined : (
          <>
            {told.ok ? <Button onClick={() => setChecked(true)}>{t('entry.check')}</Button> : null}
            <Button variant="filled" onClick={save}>
              {t('entry.save')}
            </Button>
          </>
        )
      }
      margin={told?.ok ? <Margin of={told} /> : undefined}
    >
      {checked && told?.ok ? <CheckedHere of={told} organization={slug} /> : null}
      <section className={classes.section} aria-labelledby="body">
        <h2 id="body">{t('entry.body')}</h2>
        {data.state === 'open' ? (
          <Body body={bodyOf(data.body)} quotedIn={data.gist?.quotedIn ?? null} />
        ) : (
          <Text>{t(`entry.${data.state}Text`)}</Text>
        )}
        <Attachments of={told?.ok ? (told.proof.entry?.attachments ?? []) : []} />
      </section>
      <RefusalOf error={receipt.error} onRetry={() => void receipt.refetch()} />
      {told === null ? null : (
        <section className={classes.section} aria-labelledby="path">
          <h2 id="path">{t('entry.path')}</h2>
          {told.ok ? <ProofPath of={told} /> : <RefusedProof refusal={told} bytes={null} />}
        </section>
      )}
    </ObjectPage>
  );
}

/** The subject as a link, where there is a page that tells of it. */
function SubjectFact({ of: { subject, page } }: { readonly of: Pick<EntryRow, 'subject' | 'page'> }) {
  const words = useEntryWords();
  const subjectPath = useSubjectPath();
  const path = subjectPath(page);
  const name = words.subject(subject.kind);
  return path === null ? (
    name
  ) : (
    <PathLink className={classes.link} path={path}>
      {name}
    </PathLink>
  );
}

interface BodyProps {
  readonly body: Readonly<Record<string, unknown>>;
  /** The language of the customer's own words in it; null where there are none. */
  readonly quotedIn: string | null;
}

/** What the entry says, field by field, in the words that are proven. */
function Body({ body, quotedIn }: BodyProps) {
  const { t } = useTranslation('ledger');
  return (
    <>
      <Text c="dimmed">{t('entry.bodyHint')}</Text>
      <dl className={classes.body}>
        {Object.entries(body).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={classes.value}>
              {name === 'words' && quotedIn !== null ? (
                <WordsLine words={String(value)} language={quotedIn} />
              ) : typeof value === 'string' ? (
                value
              ) : (
                JSON.stringify(value, null, 1)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The entry's own body within the whole entry that the server gives. */
function bodyOf(entry: unknown): Readonly<Record<string, unknown>> {
  const body: unknown = typeof entry === 'object' && entry !== null && 'body' in entry ? entry.body : undefined;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function Attachments({ of }: { readonly of: readonly Attachment[] }) {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  if (of.length === 0) return null;
  return (
    <>
      <Text fw={550} mt="md">
        {t('entry.attachments')}
      </Text>
      <Table aria-label={t('entry.attachments')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('entry.file')}</Table.Th>
            <Table.Th ta="end">{t('entry.size')}</Table.Th>
            <Table.Th>SHA-256</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map(({ name, size, sha256 }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="end">{formats.bytes(size)}</Table.Td>
              <Table.Td className={classes.mono}>{sha256}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Margin({ of: { proof } }: { readonly of: Explanation }) {
  const { t } = useTranslation('ledger');
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        <div>
          <dt>{t('entry.checkpoint')}</dt>
          <dd>
            {proof.checkpoint.origin} · {t('entry.checkpointSize', { count: proof.checkpoint.size })}
          </dd>
        </div>
        <div>
          <dt>{t('entry.commitment')}</dt>
          <dd className={classes.mono}>{base64(proof.commitment)}</dd>
        </div>
        <div>
          <dt>{t('entry.key')}</dt>
          <dd className={classes.mono}>{proof.key}</dd>
        </div>
      </dl>
    </Stack>
  );
}
