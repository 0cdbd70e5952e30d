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

import { sightingsIn } from './sightingsIn';

/** Of the right form and opening nothing; put together so that no scanner finds it here. */
const ageKey = `AGE-SECRET-KEY-${'1'}${'QPZRY9X8GF2T'.repeat(5).slice(0, 58)}`;
const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB';

describe('private keys', () => {
  it.each([
    { reason: 'of age', text: `x: ${ageKey}\n`, of: 'age' },
    {
      reason: 'of age, post-quantum',
      text: ageKey.replace('KEY-1', 'KEY-PQ-1'),
      of: 'age, post-quantum',
    },
    {
      reason: 'of SSH',
      text: `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n`,
      of: 'SSH or TLS',
    },
    {
      reason: 'in one line of JSON',
      text: `{"key":"-----BEGIN PRIVATE KEY-----\\n${body}"}`,
      of: 'SSH or TLS',
    },
    {
      reason: 'of PGP, with a header',
      text: `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n${body}\n`,
      of: 'PGP',
    },
  ])('finds one $reason', ({ text, of }) => {
    expect(sightingsIn('notes.txt', `first line\n${text}`)).toEqual([
      { kind: 'private-key', line: 2, of },
    ]);
  });

  it.each([
    { reason: 'one that is cut short', text: 'AGE-SECRET-KEY-1QPZRY…' },
    { reason: 'the handle of a token', text: 'AGE-PLUGIN-YUBIKEY-1QPZRY9X8' },
    { reason: 'a public key', text: `age1${'q'.repeat(58)}` },
    {
      reason: 'code that looks for keys',
      text: "if (text.includes('-----BEGIN PRIVATE KEY-----')) {",
    },
    {
      reason: 'a certificate',
      text: `-----BEGIN CERTIFICATE-----\n${body}\n`,
    },
    {
      reason: 'what SOPS wrapped for PGP',
      text: `-----BEGIN PGP MESSAGE-----\n\n${body}\n`,
    },
  ])('takes no notice of $reason', ({ text }) => {
    expect(sightingsIn('notes.txt', text)).toEqual([]);
  });
});

describe('connection strings', () => {
  const generated = 'gT7-kq2PzL9w';

  it.each([
    { text: `uri: postgresql://shop:${generated}@db.example.test/shop` },
    { text: `- value: "postgres://shop:${generated}@shop-rw:5432/shop"` },
    { text: `MONGO=mongodb+srv://shop:${generated}@cluster0.example.test` },
    { text: `redis: redis://:${generated}@cache.example.test:6379/0` },
    {
      text: 'uri: mysql://shop:changeme@db.example.test/shop',
      isExample: true,
    },
    { text: 'uri: mysql://shop:shop@db.example.test/shop', isExample: true },
    { text: 'uri: mysql://shop:aaaabbbb@db.example.test/x', isExample: true },
  ])('finds $text', ({ text, isExample = false }) => {
    expect(sightingsIn('values.yaml', `a: 1\n${text}\n`)).toEqual([
      expect.objectContaining({
        kind: 'connection-string',
        line: 2,
        isExample,
      }),
    ]);
  });

  it.each([
    { reason: 'a variable', text: 'postgres://shop:$PASSWORD@db/shop' },
    { reason: 'Kubernetes', text: 'postgres://shop:$(PASSWORD)@db/shop' },
    { reason: 'Flux', text: 'postgres://shop:${PASSWORD}@db/shop' },
    { reason: 'Helm', text: 'postgres://shop:{{ .password }}@db/shop' },
    { reason: 'a format', text: 'postgres://%s:%s@%s/%s' },
    { reason: 'a gap', text: 'postgres://shop:<password>@db/shop' },
    { reason: 'a mask', text: 'postgres://shop:****@db/shop' },
    {
      reason: 'the own machine',
      text: `postgres://shop:${generated}@localhost/shop`,
    },
    { reason: 'compose', text: 'postgres://postgres:postgres@db:5432/app' },
    { reason: 'no password', text: 'postgres://shop@db.example.test/shop' },
    { reason: 'no user', text: 'postgres://db.example.test:5432/shop' },
    { reason: 'an address of mail', text: 'https://a.test: b@example.test' },
  ])('takes no notice of $reason', ({ text }) => {
    expect(sightingsIn('values.yaml', `uri: ${text}\n`)).toEqual([]);
  });

  it.each([
    { path: '.env', finds: 1 },
    { path: 'deploy/.env.production', finds: 1 },
    { path: 'deploy/production.env', finds: 1 },
    { path: 'main.tf', finds: 1 },
    { path: 'README.md', finds: 0 },
    { path: 'src/connect.test.ts', finds: 0 },
  ])('looks into $path: $finds', ({ path, finds }) => {
    const text = `uri = "postgresql://shop:${generated}@db.example.test/shop"`;
    expect(sightingsIn(path, text)).toHaveLength(finds);
  });

  it('takes no notice of the examples in a CustomResourceDefinition', () => {
    const text = `kind: CustomResourceDefinition\nx: mysql://a:${generated}@db.example.test\n`;
    expect(sightingsIn('crd.yaml', text)).toEqual([]);
  });
});

it('reads a long line without end in a moment', () => {
  const line = `postgres://${'a:'.repeat(400_000)}`;
  const started = performance.now();
  sightingsIn('long.yaml', line);
  expect(performance.now() - started).toBeLessThan(2_000);
});
