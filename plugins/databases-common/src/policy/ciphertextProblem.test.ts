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

import { canonTrees } from '../__testUtils__/canon';
import { ciphertextProblem, CiphertextProblem } from './ciphertextProblem';

const enc = 'ENC[AES256_GCM,data:AA==,type:str]';
const age = 'age: [{ recipient: age1example }]';
const file = (values: string, metadata?: string) =>
  `kind: Secret\nstringData: { ${values} }\n${
    metadata === undefined ? '' : `sops: { ${metadata} }\n`
  }`;

/** Built like a value that is sealed for a key of 2048 bits. */
const value = Buffer.concat([
  Buffer.from([1, 0]),
  Buffer.alloc(256 + 16 + 7, 'x'),
]).toString('base64');
const sealed = (encryptedData: string) =>
  `kind: SealedSecret\nspec: { encryptedData: ${encryptedData} }\n`;
const templated = (data: string) =>
  sealed(`{ password: ${value} }, template: { data: ${data} }`);

describe('ciphertextProblem', () => {
  it.each<{ reason: string; text: string; problem?: CiphertextProblem }>([
    { reason: 'SOPS', text: file(`a: "${enc}"`, `${age}, mac: "${enc}"`) },
    {
      reason: 'key groups are recipients, too',
      text: file(
        `a: "${enc}"`,
        `key_groups: [{ ${age} }], shamir_threshold: 1, mac: "${enc}"`,
      ),
    },
    {
      reason: 'SOPS leaves an empty value',
      text: file(`a: "${enc}", b: ""`, `${age}, mac: "${enc}"`),
    },
    {
      reason: 'a suffix says that the value is no secret',
      text: file(
        `a: "${enc}", level_unencrypted: debug`,
        `${age}, unencrypted_suffix: _unencrypted, mac: "${enc}"`,
      ),
    },
    {
      reason: 'a house that chooses keys one by one',
      text: file(
        `password: "${enc}", level: debug`,
        `${age}, encrypted_regex: ^password$, mac: "${enc}"`,
      ),
    },
    {
      reason: 'a SopsSecret has its values in templates',
      text: `kind: SopsSecret\nspec: { secretTemplates: [{ stringData: { a: "${enc}" } }] }\nsops: { ${age}, mac: "${enc}" }\n`,
    },
    {
      reason: 'a template with a value in clear',
      text: `kind: SopsSecret\nspec: { secretTemplates: [{ stringData: { a: "${enc}" } }, { data: { b: aHVudGVyMg== } }] }\nsops: { ${age}, encrypted_regex: ^(data|stringData)$, mac: "${enc}" }\n`,
      problem: 'clear',
    },
    { reason: 'a SealedSecret', text: sealed(`{ a: ${value} }`) },
    {
      reason: 'a namespace beside it',
      text: `kind: Namespace\n---\n${sealed(`{ a: ${value} }`)}`,
    },
    {
      reason: 'a SealedSecret with a value in clear',
      text: sealed(`{ a: ${value}, b: hunter2 }`),
      problem: 'unsealed',
    },
    {
      reason: 'a SealedSecret with a value in base64',
      text: sealed('{ a: aHVudGVyMmh1bnRlcjJodW50ZXIy }'),
      problem: 'unsealed',
    },
    {
      reason: 'a SealedSecret that is cut short',
      text: sealed(`{ a: ${value.slice(0, 300)} }`),
      problem: 'unsealed',
    },
    {
      reason: 'a SealedSecret with values beside what is sealed',
      text: `${sealed(`{ a: ${value} }`)}stringData: { a: hunter2 }\n`,
      problem: 'unsealed',
    },
    {
      reason: 'a plain Secret beside a SealedSecret',
      text: `${sealed(`{ a: ${value} }`)}---\n${file('password: hunter2')}`,
      problem: 'unsealed',
    },
    {
      reason: 'a Secret that lost its kind beside a SealedSecret',
      text: `${sealed(`{ a: ${value} }`)}---\nstringData: { password: hunter2 }\n`,
      problem: 'unsealed',
    },
    {
      reason: 'a List with a plain Secret among its items',
      text: `kind: List\nitems:\n  - { kind: SealedSecret, spec: { encryptedData: { a: ${value} } } }\n  - { kind: Secret, stringData: { password: hunter2 } }\n`,
      problem: 'unsealed',
    },
    {
      reason: 'a List beside a SealedSecret',
      text: `${sealed(`{ a: ${value} }`)}---\nkind: List\nitems: [{ kind: Secret, data: { a: aHVudGVyMg== } }]\n`,
      problem: 'unsealed',
    },
    {
      reason: 'a List of SealedSecrets',
      text: `kind: List\nitems: [{ kind: SealedSecret, spec: { encryptedData: { a: ${value} } } }]\n`,
    },
    {
      reason: 'values of something else beside a SealedSecret',
      text: `kind: ConfigMap\ndata: { level: debug }\n---\n${sealed(`{ a: ${value} }`)}`,
    },
    {
      reason: 'a template with what is no secret, and what is filled in',
      text: templated(
        `{ username: shop, password: "{{ .password }}", passphrase_key: "", uri: "postgresql://shop:{{ .password }}@db/shop" }`,
      ),
    },
    ...['password', 'DB_PASS', 'clientSecret', 'TOKEN', 'AWS_ACCESS_KEY'].map(
      key => ({
        reason: `a template with ${key} in clear`,
        text: templated(`{ ${key}: hunter2 }`),
        problem: 'unsealed' as const,
      }),
    ),
    {
      reason: 'a template with a password in a connection string',
      text: templated('{ uri: "postgresql://{{.username}}:hunter2@db/shop" }'),
      problem: 'unsealed',
    },
    {
      reason: 'a template with a private key',
      text: templated('{ identity: AGE-SECRET-KEY-1QQQQ }'),
      problem: 'unsealed',
    },
    {
      reason: 'a SealedSecret with line breaks in its values',
      text: `kind: SealedSecret\nspec:\n  encryptedData:\n    a: |\n${value.replace(/.{1,64}/g, '      $&\n')}    b: "${value.slice(0, 64)}\\r\\n${value.slice(64)}"\n`,
    },
    {
      reason: 'a SealedSecret of nothing',
      text: sealed('{}'),
      problem: 'unsealed',
    },
    {
      reason: 'a plain Secret',
      text: file('password: hunter2'),
      problem: 'clear',
    },
    {
      reason: 'a plain Secret in base64',
      text: 'kind: Secret\ndata: { password: aHVudGVyMg== }\n',
      problem: 'clear',
    },
    {
      reason: 'metadata alone encrypts nothing',
      text: file('password: hunter2', `${age}, mac: "${enc}"`),
      problem: 'clear',
    },
    {
      reason: 'a value that somebody added by hand',
      text: file(
        `a: "${enc}", b: hunter2`,
        `${age}, encrypted_regex: ^(data|stringData)$, mac: "${enc}"`,
      ),
      problem: 'clear',
    },
    {
      reason: 'a second document in clear',
      text: `${file(`a: "${enc}"`, `${age}, mac: "${enc}"`)}---\n${file('b: 7')}`,
      problem: 'clear',
    },
    { reason: 'an empty file', text: '', problem: 'clear' },
    {
      reason: 'conflict markers',
      text: `<<<<<<< ours\n${file(`a: "${enc}"`)}`,
      problem: 'clear',
    },
    {
      reason: 'the metadata is gone',
      text: file(`a: "${enc}"`),
      problem: 'metadata',
    },
    {
      reason: 'nobody can decrypt it',
      text: file(`a: "${enc}"`, `age: [], mac: "${enc}"`),
      problem: 'metadata',
    },
    {
      reason: 'there is no MAC',
      text: file(`a: "${enc}"`, age),
      problem: 'metadata',
    },
  ])('$problem: $reason', ({ text, problem }) => {
    expect(ciphertextProblem(text)).toBe(problem);
  });

  it('finds nothing in the files of sops itself', () => {
    const secrets = Object.entries(canonTrees().platform).filter(([path]) =>
      /^secrets\/.*(env|secret|init|s3)\.yaml$/.test(path),
    );
    expect(secrets.length).toBeGreaterThan(5);
    for (const [path, text] of secrets) {
      expect({ path, problem: ciphertextProblem(text) }).toEqual({ path });
    }
  });
});
