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

import { addToKustomization } from './addToKustomization';

const HEAD =
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';

describe('addToKustomization', () => {
  it.each([
    {
      reason: 'behind the last one, before what is commented out',
      text: `${HEAD}resources:\n  - a.yaml # первый\n  - b.yaml\n  # - c.yaml\nnamespace: x\n`,
      becomes: `${HEAD}resources:\n  - a.yaml # первый\n  - b.yaml\n  - shop\n  # - c.yaml\nnamespace: x\n`,
    },
    {
      reason:
        'as kustomize edit indents it, Windows, no line ending at the end',
      text: 'resources:\r\n- a.yaml\r\n- b.yaml',
      becomes: 'resources:\r\n- a.yaml\r\n- b.yaml\r\n- shop',
    },
    {
      reason: 'quoted and dotted as the others are',
      text: "resources:\n- './a.yaml'\n- './b.yaml'\n",
      becomes: "resources:\n- './a.yaml'\n- './b.yaml'\n- './shop'\n",
    },
    {
      reason: 'not dotted when they are mixed',
      text: 'resources:\n- ./a.yaml\n- b.yaml\n',
      becomes: 'resources:\n- ./a.yaml\n- b.yaml\n- shop\n',
    },
    {
      reason: 'addresses and folders above say nothing about dots',
      text: 'resources:\n- ../base\n- https://example.org/x\n- ./a\n',
      becomes:
        'resources:\n- ../base\n- https://example.org/x\n- ./a\n- ./shop\n',
    },
    {
      reason: 'in its place where three or more are sorted',
      text: 'resources:\n- ./a # one\n- ./m\n# of the team\n- ./z\n',
      becomes:
        'resources:\n- ./a # one\n- ./m\n- ./shop\n# of the team\n- ./z\n',
    },
    {
      reason: 'at the end where an order is not kept',
      text: 'resources:\n- a\n- z\n- m\n',
      becomes: 'resources:\n- a\n- z\n- m\n- shop\n',
    },
    {
      reason: 'in flow style',
      text: 'resources: [ a.yaml, "b.yaml" ] # two\n',
      becomes: 'resources: [ a.yaml, "b.yaml", "shop" ] # two\n',
    },
    {
      reason: 'in flow style with a line each',
      text: 'resources: [\n    a.yaml,\n    b.yaml\n  ]\n',
      becomes: 'resources: [\n    a.yaml,\n    b.yaml,\n    shop\n  ]\n',
    },
    {
      reason: 'in flow style with a comment behind the last one',
      text: 'resources: [\n    a.yaml # last\n  ]\n',
      becomes: 'resources: [\n    a.yaml, shop # last\n  ]\n',
    },
    {
      reason: 'in an empty list',
      text: `${HEAD}resources: [] # later\n`,
      becomes: `${HEAD}resources: # later\n  - shop\n`,
    },
    {
      reason: 'in a list that is not there, as the file indents lists',
      text: `${HEAD}generators:\n- ./ksops.yaml\n`,
      becomes: `${HEAD}generators:\n- ./ksops.yaml\nresources:\n- shop\n`,
    },
    {
      reason: 'in a list that has only comments',
      text: `${HEAD}resources:\n  # - a.yaml\n`,
      becomes: `${HEAD}resources:\n  - shop\n  # - a.yaml\n`,
    },
    {
      reason: 'in an empty file',
      text: '',
      becomes: 'resources:\n  - shop\n',
    },
    {
      reason: 'in JSON',
      text: '{"kind": "Kustomization"}\n',
      becomes: '{"kind": "Kustomization", "resources": ["shop"]}\n',
    },
    {
      reason: 'between the markers of the document',
      text: '---\nresources:\n  - a.yaml\n...\n',
      becomes: '---\nresources:\n  - a.yaml\n  - shop\n...\n',
    },
  ])('adds $reason', ({ text, becomes }) => {
    expect(addToKustomization(text, 'resources', 'shop')).toEqual({
      state: 'edited',
      text: becomes,
    });
    expect(addToKustomization(becomes, 'resources', 'shop')).toEqual({
      state: 'unchanged',
    });
  });

  it.each([
    ['it is there', 'resources: [shop]\n'],
    ['it is there with a dot', 'resources:\n- ./shop\n'],
    ['it is there with a slash', 'resources:\n- shop/\n'],
  ])('changes nothing when %s', (_, text) => {
    expect(addToKustomization(text, 'resources', 'shop')).toEqual({
      state: 'unchanged',
    });
  });

  it('writes the first path as the house does', () => {
    expect(
      addToKustomization(HEAD, 'resources', 'shop', {
        indentLists: false,
        dottedPaths: true,
      }),
    ).toEqual({ state: 'edited', text: `${HEAD}resources:\n- ./shop\n` });
  });

  it('keeps generators and resources apart', () => {
    expect(
      addToKustomization('resources:\n- shop\n', 'generators', './shop'),
    ).toEqual({
      state: 'edited',
      text: 'resources:\n- shop\ngenerators:\n- ./shop\n',
    });
  });

  it.each([
    [
      'several documents',
      'resources: []\n---\na: 1\n',
      'line 3 begins another',
    ],
    ['a list', '- a\n', 'line 1 is no map'],
    ['one word', 'resources: a\n', 'line 1: `resources` is not a list'],
    ['a map', 'resources: {a: b}\n', 'line 1: `resources` is a map'],
    [
      'an alias',
      'a: &a [b]\nresources: *a\n',
      'line 2: resources is the alias',
    ],
    ['no YAML', 'resources: [a\n', 'is not valid YAML'],
  ])('refuses %s', (_, text, reason) => {
    expect(addToKustomization(text, 'resources', 'shop')).toEqual({
      state: 'refused',
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    });
  });

  it('leaves a file alone that takes too long to read', () => {
    const text = `resources: []\n${'# nothing\n'.repeat(200_000)}`;
    expect(addToKustomization(text, 'resources', 'a')).toMatchObject({
      state: 'refused',
      remedy: 'Split the file, or make the change by hand.',
    });
  });
});
