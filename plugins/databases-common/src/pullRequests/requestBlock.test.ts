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

import fc from 'fast-check';
import {
  parseRequestBlock,
  renderRequestBlock,
  replaceRequestBlock,
} from './requestBlock';

const block = {
  version: 1,
  app: 'shop',
  target: 'synestra',
  requester: 'user:default/ada',
  environments: ['dev'],
  requestDigest: 'abc',
  files: {},
} as const;

describe('parseRequestBlock', () => {
  it('reads back what was rendered, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('-->', '--!>', '<!--', '\u2028', '"', '\\', '</script>'),
    );
    fc.assert(
      fc.property(
        fc.record({
          version: fc.constant(1 as const),
          app: text,
          target: text,
          requester: text,
          environments: fc.array(text),
          requestDigest: text,
          // As paths are: with backslashes and quotes in keys, JSON.parse of
          // Node 24 itself mistakes one key for another.
          files: fc.dictionary(
            fc.stringMatching(/^secrets\/[\w<>&#.-]{1,20}$/),
            text,
            { noNullPrototype: true },
          ),
        }),
        text,
        (written, around) => {
          const comment = renderRequestBlock(written);
          expect(comment).not.toContain('\n');
          expect(comment.slice(4, -3)).not.toMatch(/--|[<>]/);
          expect(
            parseRequestBlock(`${around}\n\n${comment}\n${around}`),
          ).toEqual(written);
        },
      ),
    );
  });

  it.each([
    { body: '', reason: 'nothing at all' },
    { body: 'Adds a database.', reason: "somebody else's words" },
    { body: '<!-- basewell:request ', reason: 'it was cut off' },
    { body: '<!-- basewell:request {} -->', reason: 'it is empty' },
    { body: '<!-- basewell:request {"version": -->', reason: 'no JSON' },
    {
      body: renderRequestBlock({ ...block, version: 2 as unknown as 1 }),
      reason: 'another version',
    },
    {
      body: renderRequestBlock({
        ...block,
        databases: new Array(101).fill({
          environment: 'dev',
          namespace: 'databases',
          cluster: 'shop',
        }),
      }),
      reason: 'more databases than anybody asks for at once',
    },
  ])('finds none: $reason', ({ body }) => {
    expect(parseRequestBlock(body)).toBeUndefined();
  });

  it.each([
    { service: 'component:default/shop', kept: 'component:default/shop' },
    { service: 'component:default/sh\u0000op', kept: undefined },
    { service: 'shop', kept: undefined },
  ])('asks the catalog for entities only: $service', ({ service, kept }) => {
    const read = parseRequestBlock(renderRequestBlock({ ...block, service }));
    expect(read).toMatchObject({ app: 'shop' });
    expect(read?.service).toBe(kept);
  });

  it('takes the last one: the first may be quoted', () => {
    const [quoted, own] = ['quoted', 'own'].map(app =>
      renderRequestBlock({ ...block, app }),
    );
    expect(parseRequestBlock(`${quoted}\n${own}`)).toMatchObject({
      app: 'own',
    });
  });
});

describe('replaceRequestBlock', () => {
  it('changes the last block, and nothing around it', () => {
    const [before, after] = [block, { ...block, readied: true as const }].map(
      renderRequestBlock,
    );
    expect(
      replaceRequestBlock(`a\n${before}\nb\n${before}\n$& c`, {
        ...block,
        readied: true,
      }),
    ).toBe(`a\n${before}\nb\n${after}\n$& c`);
  });

  it('leaves a description without one as it is', () => {
    expect(replaceRequestBlock('By hand', block)).toBe('By hand');
  });
});
