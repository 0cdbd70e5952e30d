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

import { RepositoryView } from './RepositoryView';

describe('RepositoryView', () => {
  const facts = {
    files: { 'known.yaml': 'a: 1', 'gone.yaml': undefined },
    folders: {
      secrets: ['web-shop-dev/', 'kustomization.yaml'],
      'secrets/none': undefined,
    },
  };

  it.each([
    {
      reason: 'a known file',
      path: 'known.yaml',
      content: 'a: 1',
      asks: false,
    },
    { reason: 'one that was looked for', path: 'gone.yaml', asks: false },
    { reason: 'nothing is known of its folder', path: 'a/b.yaml', asks: true },
    { reason: 'nor of the root', path: 'b.yaml', asks: true },
    {
      reason: 'its folder lists it',
      path: 'secrets/kustomization.yaml',
      asks: true,
    },
    {
      reason: 'its folder does not list it',
      path: 'secrets/a.yaml',
      asks: false,
    },
    {
      reason: 'it is listed as a folder',
      path: 'secrets/web-shop-dev',
      asks: false,
    },
    {
      reason: 'its folder is listed, and not what it holds',
      path: 'secrets/web-shop-dev/a.yaml',
      asks: true,
    },
    {
      reason: 'its folder is not listed',
      path: 'secrets/web-shop-prod/a.yaml',
      asks: false,
    },
    {
      reason: 'there is no such folder',
      path: 'secrets/none/a.yaml',
      asks: false,
    },
  ])('$reason', ({ path, content, asks }) => {
    const view = new RepositoryView(facts);
    expect(view.read(path)).toBe(content);
    expect(view.missing.files).toEqual(asks ? [path] : []);
  });
});
