import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSenders } from './group-senders.ts';

const isa =
  'ISA*00*          *00*          *ZZ*NORVIK         *ZZ*MORVANE        *261124*0615*U*00401*000000001*0*P*>~';

test('the senders of the groups are found, each once, whatever line ends stand between', () => {
  const text = `${isa}\r\nGS*PS*PLANT2*MORVANE*20261124*0615*1*X*004010~ST*830*0001~SE*2*0001~GE*1*1~\nGS*PS*PLANT3*M~GS*PS*PLANT2*M~IEA*3*000000001~`;
  assert.deepEqual(groupSenders(Buffer.from(text)), ['PLANT2', 'PLANT3']);
});

test('data that looks like a group is none, and a file of another family has none', () => {
  assert.deepEqual(groupSenders(Buffer.from(`${isa}N1*ST*GS*X~REFGS*A~`)), []);
  assert.deepEqual(groupSenders(Buffer.from("UNB+UNOC:3+A:ZZ+B:ZZ+261124:0615+1'UNZ+0+1'")), []);
});
