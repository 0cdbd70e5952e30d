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

import { addKsopsFile } from './addKsopsFile';

const FUNCTION = `apiVersion: viaduct.ai/v1
kind: ksops
metadata:
  name: secret-generator
  annotations:
    config.kubernetes.io/function: |
      exec:
        path: ksops
`;
const LEGACY = `apiVersion: viaduct.ai/v1
kind: ksops
metadata: {name: secret-generator}
`;

describe('addKsopsFile', () => {
  it.each([
    {
      reason: 'a generator that is a function',
      text: `${FUNCTION}files:\n  - ./a.enc.yaml\n`,
      becomes: `${FUNCTION}files:\n  - ./a.enc.yaml\n  - ./shop.yaml\n`,
    },
    {
      reason: 'a generator of the legacy plugin',
      text: `${LEGACY}files:\n- ./a.enc.yaml`,
      becomes: `${LEGACY}files:\n- ./a.enc.yaml\n- ./shop.yaml`,
    },
    {
      reason: 'a generator that names files without a dot',
      text: `${LEGACY}files:\n- a.enc.yaml # old\n`,
      becomes: `${LEGACY}files:\n- a.enc.yaml # old\n- shop.yaml\n`,
    },
    {
      reason: 'a generator without a file yet',
      text: `${FUNCTION}files: []\n`,
      becomes: `${FUNCTION}files:\n  - ./shop.yaml\n`,
    },
    {
      reason: 'a generator without a list yet',
      text: FUNCTION,
      becomes: `${FUNCTION}files:\n  - ./shop.yaml\n`,
    },
    {
      reason: 'the generator among other documents',
      text: `kind: Other\n---\n${LEGACY}files:\n- ./a.yaml\n---\nkind: Last\n`,
      becomes: `kind: Other\n---\n${LEGACY}files:\n- ./a.yaml\n- ./shop.yaml\n---\nkind: Last\n`,
    },
  ])('adds to $reason', ({ text, becomes }) => {
    expect(addKsopsFile(text, './shop.yaml')).toEqual({
      state: 'edited',
      text: becomes,
    });
    expect(addKsopsFile(becomes, 'shop.yaml')).toEqual({ state: 'unchanged' });
  });

  it.each([
    [
      'two generators',
      `${LEGACY}---\n${LEGACY}`,
      'begins a second KSOPS generator',
    ],
    ['another kind', 'kind: Secret\n', 'it holds no KSOPS generator'],
    ['an empty file', '', 'it holds no KSOPS generator'],
  ])('refuses %s', (_, text, reason) => {
    expect(addKsopsFile(text, './shop.yaml')).toEqual({
      state: 'refused',
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    });
  });
});
