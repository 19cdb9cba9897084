import { Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { CustomerWords } from '../src/components/customer-words.tsx';
import { ObjectPage } from '../src/components/object-page.tsx';
import { RuleKinds } from '../src/components/rule-kinds.tsx';
import { SignDrawer } from '../src/components/sign-drawer.tsx';
import { StateBadge } from '../src/components/state-badge.tsx';
import { Withheld } from '../src/components/withheld.tsx';
import { WordDifference } from '../src/components/word-difference.tsx';
import { TextLink } from '../src/shell/link.tsx';

const anHourAgo = Temporal.Now.instant().subtract({ hours: 1 }).toString();

export function PageExample() {
  const [tab, setTab] = useState<string | undefined>();
  const [signing, setSigning] = useState(false);
  const [signed, setSigned] = useState('');
  return (
    <>
      <ObjectPage
        badges={
          <>
            <StateBadge state="open">Open until 28 Sep 18:00</StateBadge>
            <RuleKinds kind="service" regulation="joint" />
          </>
        }
        label="P-118"
        title="Call before coming"
        facts={[
          <TextLink key="rule" to="/" inherit>
            R-31
          </TextLink>,
          'answers 31 expectations of 27 customers',
          'proposed by Team Nord',
        ]}
        menu={<Menu.Item>Withdraw</Menu.Item>}
        act={
          <>
            <Button>Object</Button>
            <Button variant="filled" onClick={() => setSigning(true)}>
              Sign the decision
            </Button>
          </>
        }
        tabs={[
          {
            key: 'text',
            label: 'Text and origin',
            content: (
              <>
                <Text fz={15} lh={1.6} maw={640}>
                  <WordDifference
                    language="en"
                    parts={[
                      { kind: 'same', text: 'The technician calls at least ' },
                      { kind: 'deleted', text: 'the day' },
                      { kind: 'inserted', text: '2 hours' },
                      { kind: 'same', text: ' before arriving, even when a slot has been agreed.' },
                    ]}
                  />
                </Text>
                <Withheld number={3} onAsk={() => setSigned('asked')} />
                <output data-signed>{signed}</output>
              </>
            ),
          },
          { key: 'versions', label: 'Versions', count: 4, content: <Text>Four versions</Text> },
          { key: 'use', label: 'In use', count: '18/22', content: <Text>18 of 22 teams</Text> },
        ]}
        tab={tab}
        onTab={setTab}
        margin={
          <CustomerWords
            words="I took the whole day off and he came at five."
            language="en"
            channel="voice"
            customer={null}
            consent="mayBeCitedNameless"
            saidOn="2026-05-12"
            broughtBy="Team Sud"
          />
        }
        history={[
          {
            id: '1',
            at: anHourAgo,
            text: 'Team Sud objected: “tight in the mountains”',
          },
          { id: '2', at: '2026-09-20T10:00:00Z', text: 'Team Nord proposed the change' },
        ]}
      />
      <SignDrawer
        open={signing}
        title="Sign the decision"
        what="P-118, the text beside, as version 4 of R-31"
        inWhoseName="Noa, team lead, for Réseau Hautval"
        meaning="I decide this version by consent; no objection is open."
        passkey
        onSign={(credential) => setSigned(credential.kind)}
        onClose={() => setSigning(false)}
      />
    </>
  );
}
