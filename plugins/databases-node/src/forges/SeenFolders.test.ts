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

import { SeenFolders } from './SeenFolders';

describe('SeenFolders', () => {
  const seen = new SeenFolders();
  seen.see('infra/databases', ['shop/', 'kustomization.yaml']);
  seen.see('secrets', ['web-shop-dev/', '.sops.yaml']);
  seen.see('secrets/gone', undefined);
  seen.see('apps', undefined);

  it.each([
    {
      path: 'infra/databases',
      file: false,
      folder: true,
      reason: 'was listed',
    },
    { path: 'infra', file: false, folder: true, reason: 'holds what was' },
    {
      path: 'secrets/.sops.yaml',
      file: true,
      folder: false,
      reason: 'is named',
    },
    {
      ...{ path: 'secrets/web-shop-dev', file: false, folder: true },
      reason: 'is named as a folder',
    },
    {
      ...{ path: 'secrets/web-shop-dev/a.yaml', file: true, folder: true },
      reason: 'is in a folder that nobody looked into',
    },
    {
      path: 'secrets/none',
      file: false,
      folder: false,
      reason: 'is not named',
    },
    {
      ...{ path: 'secrets/none/deep/a.yaml', file: false, folder: false },
      reason: 'is below what is not named',
    },
    {
      ...{ path: 'secrets/.sops.yaml/a', file: false, folder: false },
      reason: 'would be in a file',
    },
    { path: 'secrets/gone/a', file: false, folder: false, reason: 'is gone' },
    {
      path: 'apps',
      file: true,
      folder: true,
      reason: 'may be a file at least',
    },
    { path: 'apps/a', file: false, folder: false, reason: 'is in no folder' },
    { path: 'other', file: true, folder: true, reason: 'is anywhere else' },
    { path: 'other/a', file: true, folder: true, reason: 'is below that' },
    { path: '', file: true, folder: true, reason: 'is the root' },
  ])('"$path" $reason', ({ path, file, folder }) => {
    expect(path === '' || seen.mayBeFile(path)).toBe(file);
    expect(seen.mayBeFolder(path)).toBe(folder);
  });
});
