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

import { RepositoryView } from '../planning';
import { findApplicationSet } from './findApplicationSet';

function platform(name: string, directories: string): RepositoryView {
  return new RepositoryView({
    files: {
      'argocd/applicationsets/databases.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: databases
spec:
  generators:
    - git:
        directories:
${directories}
  template:
    metadata:
      name: '${name}'
    spec:
      project: databases
`,
    },
    folders: {
      'argocd/apps': ['web-apps.yaml'],
      argocd: ['applicationsets/', 'apps/'],
      'argocd/applicationsets': ['databases.yaml'],
    },
  });
}

const all = '          - path: databases/*';

describe('findApplicationSet', () => {
  it.each([
    {
      reason: 'a folder by its last segment',
      directories: all,
      name: 'db-{{.path.basename}}',
      becomes: 'db-shop-dev',
    },
    {
      reason: 'the older placeholders',
      directories: all,
      name: '{{path[0]}}-{{path.basename}}',
      becomes: 'databases-shop-dev',
    },
    {
      reason: 'segments of a Go template',
      directories: all,
      name: '{{ index .path.segments 1 }}',
      becomes: 'shop-dev',
    },
    {
      reason: 'not a folder that is excluded',
      directories: `${all}\n          - path: databases/*-dev\n            exclude: true`,
      name: 'db-{{.path.basename}}',
    },
    {
      reason: 'not a folder below: an asterisk ends at a slash',
      directories: '          - path: "*"',
      name: 'db-{{.path.basename}}',
    },
    {
      reason: 'not one whose name something else decides',
      directories: all,
      name: 'db-{{.path.basename}}-{{.cluster}}',
    },
  ])('finds $reason', ({ name, directories, becomes }) => {
    const found = findApplicationSet(
      platform(name, directories),
      'argocd/apps',
      'databases/shop-dev',
    );
    expect(found?.name).toBe(becomes);
    expect(found?.set.application.project).toBe(becomes && 'databases');
  });
});
