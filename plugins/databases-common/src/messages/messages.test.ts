/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageParams } from '../model';
import { en, finding, formatParam, Message, renderMessage, ru } from '.';

const languages: { [language: string]: { [key: string]: Message } } = {
  en,
  ru,
};

const sources = readdirSync(join(__dirname, '..'), { recursive: true })
  .map(String)
  .filter(file => /\.tsx?$/.test(file))
  .filter(file => !/\.test\.ts$|messages\/(en|ru)\//.test(file))
  .map(file => readFileSync(join(__dirname, '..', file), 'utf8'));

function placeholders({ summary, remedy }: Message): string[] {
  const found = `${summary} ${remedy}`.matchAll(/\{([A-Za-z]+(?::[a-z]+)?)\}/g);
  return [...new Set([...found].map(([, name]) => name))].sort();
}

describe('messages', () => {
  it.each(Object.keys(languages))('has the same keys in %s', language => {
    expect(Object.keys(languages[language]).sort()).toEqual(
      Object.keys(en).sort(),
    );
  });

  it.each(
    (['en', 'ru'] as const).flatMap(language =>
      readdirSync(join(__dirname, language)).map(file => ({ language, file })),
    ),
  )('has its keys in order in $language/$file', ({ language, file }) => {
    const keys = [
      ...readFileSync(join(__dirname, language, file), 'utf8').matchAll(
        /^ {2}'([^']+)': \{/gm,
      ),
    ].map(([, key]) => key);
    expect(keys).toEqual([...keys].sort());
    expect(languages[language]).toEqual(
      expect.objectContaining(
        Object.fromEntries(keys.map(key => [key, expect.anything()])),
      ),
    );
  });

  it.each(Object.keys(en))('%s has the same parameters everywhere', key => {
    for (const messages of Object.values(languages)) {
      expect(placeholders(messages[key])).toEqual(
        placeholders(languages.en[key]),
      );
    }
  });

  it.each(Object.keys(en))('%s is used', key => {
    expect(sources.some(source => source.includes(`'${key}'`))).toBe(true);
  });

  it.each(Object.entries(languages))('says whole sentences in %s', (_, all) => {
    for (const [key, { summary, remedy }] of Object.entries(all)) {
      expect(`${key}: ${summary}`).toMatch(/\.$/);
      expect(`${key}: ${remedy}`).toMatch(/\.$|^valuesEditable.refused: /);
    }
  });

  it('writes Russian in Russian', () => {
    for (const { summary, remedy } of Object.values(ru)) {
      expect(`${summary} ${remedy.replace(/\{[\w:]+\}/g, 'Я')}`).toMatch(
        /[а-яё].* .*[А-ЯЁа-яё]/s,
      );
    }
  });
});

describe('renderMessage', () => {
  it.each<{ reason: string; params: MessageParams; summary: string }>([
    {
      reason: 'a parameter that is given',
      params: { name: 'shop' },
      summary: 'shop!',
    },
    {
      reason: 'a list',
      params: { name: ['dev', 'prod'] },
      summary: 'dev, prod!',
    },
    { reason: 'a number', params: { name: 0 }, summary: '0!' },
    {
      reason: 'a missing one, which is seen',
      params: {},
      summary: '{name}!',
    },
    {
      reason: 'a value that looks like a parameter is not filled in',
      params: { name: '{other}', other: 'x' },
      summary: '{other}!',
    },
    {
      reason: 'a value that replacing would read',
      params: { name: '$& $1' },
      summary: '$& $1!',
    },
  ])('fills in $reason', ({ params, summary }) => {
    expect(
      renderMessage({ summary: '{name}!', remedy: '' }, params).summary,
    ).toBe(summary);
  });

  it.each([
    { error: 'no such bucket', summary: 'It failed: no such bucket.' },
    { error: 'No such bucket.', summary: 'It failed: No such bucket.' },
    { error: '', summary: 'It failed: .' },
  ])('ends a sentence once after "$error"', ({ error, summary }) => {
    const message = { summary: 'It failed: {error}.', remedy: '' };
    expect(renderMessage(message, { error }).summary).toBe(summary);
  });
});

describe('formatParam', () => {
  const now = '2026-11-21T04:00:00Z';
  it.each([
    {
      value: '2026-11-21T02:00:00Z',
      format: 'instant',
      words: '2026-11-21 02:00 UTC',
    },
    { value: '2026-11-21T03:59:00Z', format: 'age', words: '60 s' },
    { value: '2026-11-21T02:31:00Z', format: 'age', words: '89 min' },
    { value: '2026-11-20T02:00:00Z', format: 'age', words: '26 h' },
    { value: '2026-11-18T04:00:00Z', format: 'age', words: '3 d' },
    { value: '2026-11-21T04:01:00Z', format: 'age', words: '0 s' },
    { value: 'yesterday', format: 'age', words: 'yesterday' },
    { value: 1800, format: 'duration', words: '30 min' },
    { value: 86_400, format: 'duration', words: '24 h' },
    { value: 1.5 * 2 ** 30, format: 'bytes', words: '1.5 GiB' },
    { value: 0, format: 'bytes', words: '0 B' },
    { value: '0 2 * * *', format: 'schedule', words: 'every hour at minute 2' },
  ] as const)(
    'writes $value as $format: $words',
    ({ value, format, words }) => {
      expect(formatParam(value, format, { now })).toBe(words);
    },
  );

  it('is asked for in the placeholder', () => {
    expect(
      renderMessage(
        { summary: 'Down for {since:age}.', remedy: '' },
        { since: '2026-11-21T02:00:00Z' },
        { now, language: 'ru' },
      ).summary,
    ).toBe('Down for 2 ч.');
  });
});

describe('finding', () => {
  it('puts a violation into English words', () => {
    expect(
      finding('naming', 'error', {
        message: 'naming.appKey',
        params: { app: '1c', alternative: 'app-1c' },
        field: 'metadata.name',
      }),
    ).toEqual({
      rule: 'naming',
      severity: 'error',
      message: 'naming.appKey',
      params: { app: '1c', alternative: 'app-1c' },
      summary:
        'The app key "1c" is not made of lower-case letters, digits and dashes, with a letter first, at most 63 in all.',
      remedy: 'Use app-1c.',
      evidence: [],
      field: 'metadata.name',
    });
  });

  it('takes the severity of the violation, when it has one', () => {
    const violated = {
      message: 'naming.appKey',
      params: {},
      severity: 'info',
    } as const;
    expect(finding('naming', 'error', violated).severity).toBe('info');
  });
});
