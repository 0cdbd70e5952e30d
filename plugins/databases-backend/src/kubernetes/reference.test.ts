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
  defaultLanes,
  kubernetesKinds,
  ObservedKind,
  observedKinds,
  secretMetadata,
} from '@basewell/plugin-databases-common/domain';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { clusterRole } from './clusterRole';

const folder = join(__dirname, '../../../../docs/reference');
const generated = 'generated: UPDATE_GOLDENS=1 npm test unit -- reference';
const kinds = kubernetesKinds(observedKinds(defaultLanes()));

function expectFile(file: string, content: (before: string) => string): void {
  const path = join(folder, file);
  const expected = content(readFileSync(path, 'utf8'));
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(path, expected);
  }
  expect(readFileSync(path, 'utf8')).toBe(expected);
}

describe('what the portal may read', () => {
  it('is in the ClusterRole', () => {
    expectFile(
      'clusterrole.yaml',
      () => `# ${generated}\n${stringify(clusterRole(kinds))}`,
    );
  });

  it('is on the page, with what each is for', () => {
    expectFile('kubernetes-access.md', before => {
      const mark = `<!-- ${generated} -->`;
      const end = before.indexOf('<!-- /generated -->');
      expect(before).toContain(mark);
      expect(end).toBeGreaterThan(0);
      const start = before.indexOf(mark) + mark.length;
      return `${before.slice(0, start)}\n\n${kindsTable()}\n\n${before.slice(end)}`;
    });
  });

  it('is in a ClusterRole of its own for the metadata of Secrets', () => {
    expectFile('clusterrole-secret-metadata.yaml', () =>
      [
        `# ${generated}`,
        '# Only for databases.kubernetes.secretMetadata: true.',
        '# RBAC cannot grant metadata alone: this account could read every value.',
        stringify(clusterRole([secretMetadata], 'basewell-secret-metadata')),
      ].join('\n'),
    );
  });

  it('is reading alone, and never secrets', () => {
    const { rules } = parse(
      readFileSync(join(folder, 'clusterrole.yaml'), 'utf8'),
    );
    expect(rules.length).toBeGreaterThan(0);
    for (const { apiGroups, verbs, resources } of rules) {
      expect(verbs).toEqual(['list', 'watch']);
      expect(resources.join()).not.toMatch(/\*|\//);
      // Operators have kinds of their own, whose objects hold no values.
      expect(apiGroups.includes('') && resources.includes('secrets')).toBe(
        false,
      );
      expect(apiGroups).not.toContain('*');
    }
  });

  it.each<{ readonly secrets: ObservedKind; readonly reason: string }>([
    {
      secrets: {
        ...kinds[0],
        group: '',
        versions: ['v1'],
        resource: 'secrets',
      },
      reason: 'another kind asks for them',
    },
    {
      secrets: { ...secretMetadata, metadataOnly: undefined },
      reason: 'the one kind asks for more than metadata',
    },
    {
      secrets: { ...secretMetadata, project: object => object },
      reason: 'it keeps all of the metadata',
    },
  ])('cannot be widened to secrets: $reason', ({ secrets }) => {
    expect(() => clusterRole([...kinds, secrets])).toThrow(
      'Secrets are never read',
    );
  });
});

function kindsTable(): string {
  const rows = [...kinds]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, versions, lane, selectors, feeds }) =>
        `- **\`${id}\`** (${versions.join(', ')}; ${lane}; ${
          selectors?.map(selectorWords).join(', ') ?? 'all'
        }). ${feeds}`,
    );
  return rows.join('\n');
}

function selectorWords({
  labels,
  fields,
}: NonNullable<ObservedKind['selectors']>[number]): string {
  return `\`${[labels, fields].filter(Boolean).join(',')}\``;
}
