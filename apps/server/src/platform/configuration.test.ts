import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSettings, readConfiguration } from './configuration.ts';
import { StartProblem } from './start-problem.ts';

const refused = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
  return '';
};

test('with nothing set Coprod answers on this machine at port 8080, with its data in ./data', () => {
  const configuration = readConfiguration({});
  assert.equal(configuration.port, 8080);
  assert.equal(configuration.host, 'localhost');
  assert.equal(configuration.publicUrl.href, 'http://localhost:8080/');
  assert.equal(configuration.dataDirectory, `${process.cwd()}/data`);
  assert.equal(configuration.databaseUrl, undefined);
  assert.equal(configuration.language, 'en');
});

test('an empty variable counts as one that is not set', () => {
  assert.equal(readConfiguration({ PORT: '', DATABASE_URL: '' }).port, 8080);
  assert.equal(readConfiguration({ DATABASE_URL: '' }).databaseUrl, undefined);
});

test('a misspelt setting is refused with the name that was meant', () => {
  assert.match(refused({ COPROD_DTAA: 'x' }), /There is no setting COPROD_DTAA: did you mean COPROD_DATA\?/);
  assert.match(refused({ COPROD_MAILFROM: 'x' }), /COPROD_MAIL_FROM/);
  assert.equal(refused({ OTHER_DATA: 'x' }), '');
});

test('a value that cannot be used is refused with what would be right', () => {
  assert.match(refused({ PORT: '80a' }), /PORT is "80a": it must be a whole number from 0 to 65535/);
  assert.match(refused({ PORT: '70000' }), /65535/);
  assert.match(refused({ COPROD_URL: 'coprod.example.com' }), /https:\/\/coprod\.example\.com/);
  assert.match(refused({ COPROD_POSTGRES: 'mine' }), /system or package/);
});

test('the language comes from its own setting before the locale', () => {
  assert.equal(readConfiguration({ LANG: 'fr_FR.UTF-8' }).language, 'fr');
  assert.equal(readConfiguration({ LANG: 'fr_FR.UTF-8', COPROD_LANGUAGE: 'en' }).language, 'en');
});

test('the list names source and value of each setting, and shows no password', () => {
  const settings = listSettings({ PORT: '9000', DATABASE_URL: 'postgresql://app:s3cret@db/app', SMTP_URL: 's3cret' });
  const by = (name: string) => settings.find((one) => one.name === name)!;
  assert.deepEqual([by('PORT').value, by('PORT').source], ['9000', 'environment']);
  assert.deepEqual([by('COPROD_DATA').value, by('COPROD_DATA').source], ['./data', 'default']);
  assert.match(by('DATABASE_URL').value!, /^postgresql:\/\/app:\*\*\*@db\/app$/);
  assert.ok(!JSON.stringify(settings).includes('s3cret'));
});
