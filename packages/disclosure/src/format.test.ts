import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { formatVerifierKey, makeSigner } from '@coprod/ledger';
import { issueDocument } from './issue-document.ts';
import { present } from './present.ts';
import { verifyPresentation } from './verify-presentation.ts';

test('the page on presentations shows what the code writes, part by part, and it proves', async () => {
  const page = await readFile(new URL('../../../docs/formats/presentation.md', import.meta.url), 'utf8');
  // The key of the worked example in docs/formats; salts count up from 0.
  const signer = makeSigner(
    'coprod.example/acme',
    Uint8Array.from({ length: 32 }, (_, at) => at),
  );
  let next = 0;
  const issued = issueDocument(
    {
      facts: {
        organization: 'Acme',
        rule: 'P-07',
        version: 3,
        title: 'Goods inward',
        decidedAt: '2026-10-02T08:15:00Z',
      },
      blocks: [
        { id: 'b1', kind: 'paragraph', content: 'Each lot is weighed.' },
        { id: 'b2', kind: 'paragraph', content: 'The furnace is set to 412 °C.' },
      ],
    },
    { signer, random: (length) => Uint8Array.from({ length }, () => next++) },
  );
  const presentation = present(issued, ['b1']);
  assert.ok(page.includes(`\n\`\`\`\n${presentation}\n\`\`\`\n`));
  const [header = '', payload = '', , disclosure = ''] = presentation
    .split(/[.~]/)
    .map((part) => Buffer.from(part, 'base64url').toString());
  for (const part of [header, payload, disclosure]) assert.ok(page.includes(`\n\`\`\`json\n${part}\n\`\`\`\n`), part);
  assert.equal(verifyPresentation(presentation, formatVerifierKey(signer.key)).ok, true);
});
