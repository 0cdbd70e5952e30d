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

import {
  InspectedDocument,
  InspectedFile,
  secretFile,
  SecretFileData,
} from '@basewell/plugin-databases-common/domain';
import fc from 'fast-check';
import { secretFilesOf } from './secretFilesOf';

const document: InspectedDocument = {
  line: 1,
  lastLine: 9,
  apiVersion: 'v1',
  kind: 'Secret',
  format: 'sops',
  values: [],
  sources: [],
  settings: {},
  annotations: {},
  secrets: [
    {
      line: 1,
      namespace: 'databases',
      name: 'shop-initdb-secret',
      reloads: true,
      keys: [
        {
          name: 'password',
          path: 'stringData.password',
          line: 7,
          state: 'encrypted',
          length: 32,
          fingerprint: 'aa',
        },
      ],
    },
  ],
};

const file: InspectedFile = {
  path: 'secrets/databases/shop.yaml',
  documents: [document],
  isExample: false,
  sightings: [],
  sops: {
    groups: [['age1a', 'age1b'], ['age1a']],
    hasMac: true,
    lastModified: '2026-11-01T10:00:00Z',
    problems: [],
  },
};

const context = {
  commit: 'c1',
  decryptedBy: 'argocd',
  age: (fingerprints: readonly string[]) => ({
    unchangedSince: `of ${fingerprints}`,
  }),
  problems: [{ rule: 'recipients-differ', line: 1 }],
} as const;

const described: SecretFileData = {
  path: 'secrets/databases/shop.yaml',
  line: 1,
  commit: 'c1',
  format: 'sops',
  decryptedBy: 'argocd',
  namespace: 'databases',
  name: 'shop-initdb-secret',
  keys: [{ name: 'password', length: 32 }],
  recipients: ['age1a', 'age1b'],
  hasMac: true,
  lastModified: '2026-11-01T10:00:00Z',
  unchangedSince: 'of aa',
  reloads: true,
  problems: [{ rule: 'recipients-differ', line: 1 }],
};

describe('secretFilesOf', () => {
  it('tells names, lengths, recipients and times', () => {
    expect(secretFilesOf(file, context)).toEqual([described]);
  });

  it.each([
    { change: { format: 'other' }, kept: [], reason: 'it holds none' },
    {
      change: { kind: 'SopsSecret' },
      kept: ['sops-operator'],
      reason: 'its operator decrypts it',
    },
    {
      change: { format: 'plain' },
      kept: [undefined],
      reason: 'nothing decrypts what lies open',
    },
    {
      change: { secrets: [...document.secrets, ...document.secrets] },
      kept: ['argocd', 'argocd'],
      reason: 'a list of two',
    },
  ] as const)('$kept: $reason', ({ change, kept }) => {
    const changed = { ...file, documents: [{ ...document, ...change }] };
    expect(
      secretFilesOf(changed, context).map(({ decryptedBy }) => decryptedBy),
    ).toEqual(kept);
  });

  it('leads to the line on the host, where that has a page', () => {
    const pageOf = (line: number) => `https://git.example.com/a#L${line}`;
    const [{ url }] = secretFilesOf(file, { ...context, pageOf });
    expect(url).toBe('https://git.example.com/a#L1');
    const endless = () => `https://git.example.com/${'a'.repeat(400)}`;
    const [without] = secretFilesOf(file, { ...context, pageOf: endless });
    expect(without).toEqual(described);
  });

  it('tells of the problems of its own document, and of the whole file', () => {
    const second = { ...document, line: 11, lastLine: 20 };
    const problems = [1, 5, 15].map(line => ({ rule: 'short-password', line }));
    const linesOf = ({ problems: own }: SecretFileData) =>
      own.map(({ line }) => line);
    expect(
      secretFilesOf(
        { ...file, documents: [document, second] },
        { ...context, problems },
      ).map(linesOf),
    ).toEqual([
      [1, 5],
      [1, 15],
    ]);
  });

  it('is 2 kB at most, whatever people write', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 253 }), { maxLength: 40 }),
        fc.array(fc.string({ maxLength: 2_000 }), { maxLength: 20 }),
        (names, recipients) => {
          const [secret] = document.secrets;
          const keys = names.map(name => ({ ...secret.keys[0], name }));
          const path = `${'folder/'.repeat(names.length)}secret.yaml`;
          const [data] = secretFilesOf(
            {
              ...file,
              path,
              documents: [{ ...document, secrets: [{ ...secret, keys }] }],
              sops: { ...file.sops!, groups: [recipients] },
            },
            {
              ...context,
              pageOf: line => `https://git.example.com/${path}#L${line}`,
              problems: names.map(() => context.problems[0]),
            },
          );
          const fact = { kind: secretFile.id, name: path, data };
          expect(JSON.stringify(fact).length).toBeLessThan(2_000);
        },
      ),
      { numRuns: 50 },
    );
  });
});
