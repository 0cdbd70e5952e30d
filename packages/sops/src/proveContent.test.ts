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

import { testRule } from './__testUtils__/testRule';
import { encryptTree } from './encryptTree';
import { emitTree } from './tree/emitTree';

// Only a defect in the emitter could make the text differ from the document.
jest.mock('./tree/emitTree', () => ({
  emitTree: jest.fn(jest.requireActual('./tree/emitTree').emitTree),
}));

const emitted = jest.mocked(emitTree);
const { emitTree: emit } =
  jest.requireActual<typeof import('./tree/emitTree')>('./tree/emitTree');

const tree = {
  kind: 'Secret',
  count: 1,
  stringData: { username: 'orders', password: 'topsecret', list: ['a', 'b'] },
};
const sealedAt = (text: string, key: string): string =>
  new RegExp(`${key}: (ENC\\[[^\\]]+\\])`).exec(text)![1];

describe('encrypting proves what it emitted', () => {
  it.each<[string, (text: string) => string, string]>([
    ['a clear value', text => text.replace(': Secret', ': secret'), 'kind'],
    ['its type', text => text.replace('count: 1', 'count: 1.5'), 'count'],
    [
      'ciphertext of another value',
      text =>
        text.replace(sealedAt(text, 'password'), sealedAt(text, 'username')),
      'stringData.password',
    ],
    [
      'items in another order',
      text => text.replace(/( +- ENC.*\n)( +- ENC.*\n)/, '$2$1'),
      'stringData.list',
    ],
    [
      'a missing value',
      text => text.replace(/ +password: .*\n/, ''),
      'stringData.password',
    ],
    ['an added value', text => `added: 1\n${text}`, 'kind'],
    [
      'another MAC',
      text => text.replace(sealedAt(text, 'mac'), sealedAt(text, 'username')),
      'sops.mac',
    ],
    [
      'another time',
      text => text.replace('1970-01-01', '1970-01-02'),
      'sops.mac',
    ],
  ])('and refuses %s', async (_, defect, path) => {
    const options = {
      format: 'yaml',
      rule: testRule(),
      now: new Date(0),
    } as const;
    await expect(encryptTree(tree, options)).resolves.toContain('ENC[');
    emitted.mockImplementationOnce((...args) => {
      const text = emit(...args);
      expect(defect(text)).not.toBe(text);
      return defect(text);
    });
    await expect(encryptTree(tree, options)).rejects.toMatchObject({
      code: 'PROOF_FAILED',
      data: { path },
      message: expect.not.stringContaining('topsecret'),
    });
  });
});
