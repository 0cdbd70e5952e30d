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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import { parse } from 'yaml';
import databasesModule from '.';

describe('databasesModule', () => {
  let stop: () => Promise<void>;
  const actions: TemplateAction<any, any, any>[] = [];

  beforeAll(async () => {
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...added) => void actions.push(...added) },
        ],
      ],
      // Nothing is configured: the portal starts all the same.
      features: [
        databasesModule,
        mockServices.rootConfig.factory({ data: {} }),
        catalogServiceMock.factory(),
      ],
    });
    stop = () => backend.stop();
  });
  afterAll(() => stop?.());

  it('adds its actions, with dry runs of what creates', () => {
    expect(
      actions.map(({ id, supportsDryRun }) => ({ id, supportsDryRun })),
    ).toEqual([
      { id: 'databases:create', supportsDryRun: true },
      { id: 'databases:cancel', supportsDryRun: undefined },
    ]);
  });

  it('tells the scaffolder what the action takes and gives', () => {
    const [{ schema }] = actions as any[];
    expect(schema.input).toMatchObject({
      type: 'object',
      required: ['service', 'production', 'request'],
      properties: {
        target: { type: 'string' },
        service: { type: 'string' },
        engine: { type: 'string', default: 'cnpg' },
        production: { type: 'boolean' },
        request: { type: 'object' },
        previewDigest: { type: 'string' },
      },
    });
    for (const property of Object.values<any>(schema.input.properties)) {
      expect(property.description).toMatch(/\w/);
    }
    expect(Object.keys(schema.output.properties)).toEqual([
      'platformPullRequestUrl',
      'appPullRequestUrl',
      'pullRequests',
      'databases',
    ]);
  });

  it('has examples whose scalars say what their requests say', () => {
    const examples = actions[0].examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const { example } of examples) {
      const [{ action, input }] = parse(example).steps;
      const { spec } = parseDatabaseRequest(input.request);
      expect(action).toBe('databases:create');
      expect(input).toMatchObject({
        target: spec.target,
        service: spec.service,
        engine: spec.engine,
      });
    }
  });
});
