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

import { defaultTargetOptions } from '../layouts/defaultTargetOptions';
import { NameOverrides } from '../model';
import { checkCollisions } from './checkCollisions';
import { resolveNames } from './resolveNames';

const target = {
  ...defaultTargetOptions,
  sharedBootstrapSecret: false,
  generatedBootstrapSecret: false,
};

function collisions(overrides: NameOverrides, tool?: 'argocd' | 'flux') {
  return checkCollisions(
    ['dev', 'prod'].map(environment => ({
      environment,
      ...resolveNames('shop', environment, target, overrides),
    })),
    tool,
  );
}

describe('checkCollisions', () => {
  it.each<{ overrides: NameOverrides; reason: string }>([
    { overrides: {}, reason: 'the conventions tell environments apart' },
    {
      overrides: { bootstrapSecret: 'shop-initdb-secret' },
      reason: 'a shared password is judged by another rule',
    },
    {
      overrides: { database: 'shop', owner: 'shop' },
      reason: 'they are in different clusters',
    },
    {
      overrides: {
        cluster: 'shop-cnpg',
        databasesNamespace: { dev: 'databases-dev', prod: 'databases' },
      },
      reason: 'same name, other namespace',
    },
  ])('allows it when $reason', ({ overrides }) => {
    expect(collisions(overrides)).toEqual([]);
  });

  it.each<{
    tool: 'argocd' | 'flux';
    appNamespace?: string;
    refused: readonly string[];
  }>([
    { tool: 'argocd', refused: ['spec.names.appApplication'] },
    { tool: 'flux', refused: [] },
    {
      tool: 'flux',
      appNamespace: 'web-shop',
      refused: ['spec.names.runtimeSecret', 'spec.names.appApplication'],
    },
  ])(
    'refuses $refused of apps of the same name in $appNamespace, delivered by $tool',
    ({ tool, appNamespace, refused }) => {
      const overrides = {
        appApplication: 'shop',
        ...(appNamespace && { appNamespace }),
      };
      expect(collisions(overrides, tool).map(({ field }) => field)).toEqual(
        refused,
      );
    },
  );

  it.each<{ overrides: NameOverrides; what: string; reason: string }>([
    {
      overrides: { cluster: 'shop-cnpg' },
      what: 'cluster',
      reason: 'one cluster cannot be two',
    },
    {
      overrides: { databaseApplication: 'infra-shop-db' },
      what: 'databaseApplication',
      reason: 'Applications are in one namespace',
    },
    {
      overrides: { appNamespace: 'web-shop' },
      what: 'runtimeSecret',
      reason: 'the environments would read each other’s connection',
    },
  ])('refuses the same $what: $reason', ({ overrides, what }) => {
    expect(collisions(overrides)).toContainEqual(
      expect.objectContaining({
        rule: 'environment-collision',
        message: 'environmentCollision.same',
        field: `spec.names.${what}`,
      }),
    );
  });
});
