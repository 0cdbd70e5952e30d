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

import { cloneUrl } from './cloneUrl';

describe('cloneUrl', () => {
  it.each([
    {
      ...{ host: 'gitlab.com', owner: 'acme/platform', repo: 'gitops' },
      url: 'https://gitlab.com/acme/platform/gitops.git',
      reason: 'most hosts',
    },
    {
      ...{ host: 'dev.azure.com', owner: 'acme/Web Shop', repo: 'core' },
      url: 'https://dev.azure.com/acme/Web%20Shop/_git/core',
      reason: 'Azure DevOps',
    },
  ])('is $url ($reason)', ({ url, reason: _, ...ref }) => {
    expect(cloneUrl({ ...ref, branch: 'main' })).toBe(url);
  });
});
