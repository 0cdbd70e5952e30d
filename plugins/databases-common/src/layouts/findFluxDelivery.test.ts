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

import { canonTarget } from '../__testUtils__/canon';
import { decryption, fluxKustomization } from '../__testUtils__/fluxTrees';
import { Tree, TreeSource } from '../__testUtils__/TreeSource';
import { gatherFacts, PlanningView } from '../planning';
import { findFluxDelivery } from './findFluxDelivery';

const target = canonTarget();

/** What is found once all that is asked for is known. */
async function find(platform: Tree, platformSource?: string) {
  const { value } = await gatherFacts(
    context => {
      const view = new PlanningView(context);
      return view.decide({
        found: findFluxDelivery(view.platform, 'secrets/databases', {
          platform: target.platform,
          options: {
            ...target.options,
            flux: { ...target.options.flux, platformSource },
          },
        }),
      });
    },
    { target, today: '2026-11-01', requester: 'user:default/ada' },
    new TreeSource({ platform, app: {} }),
  );
  return value.found;
}

const secrets = (source?: string) =>
  fluxKustomization('secrets', 'secrets', decryption, source);
const repository = (name: string, url: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ${name}}\nspec: {url: '${url}'}\n`;
const { owner, repo } = target.platform;
const address = `https://git.example.test/${owner}/${repo}`;

describe('findFluxDelivery', () => {
  it.each([
    ['of a cluster', 'clusters/dev/secrets.yaml'],
    ['in a folder of a cluster', 'clusters/dev/infrastructure/secrets.yaml'],
    ['beside the folder', 'secrets/ks.yaml'],
  ])('finds one %s', async (_, file) => {
    expect(await find({ [file]: secrets() })).toEqual({
      ...{ tool: 'flux', file, decrypts: 'yes' },
    });
  });

  const file = 'clusters/dev/secrets.yaml';

  it.each([
    {
      reason: 'nothing says where its source leads',
      platform: { [file]: secrets('other') },
      finds: true,
    },
    {
      reason: 'its source leads to another repository',
      platform: {
        [file]: `${secrets('web')}---\n${repository('web', 'https://git.example.test/shop/web')}`,
      },
      finds: false,
    },
    {
      reason: 'its source leads here',
      platform: {
        [file]: `${secrets('gitops')}---\n${repository('gitops', `${address}.git`)}`,
      },
      finds: true,
    },
    {
      reason: 'its source is a mirror from which Flux reads that very file',
      platform: {
        [file]: `${secrets('gitops')}---\n${repository('gitops', 'https://mirror.example.test/x')}`,
        'clusters/dev/flux-system.yaml': fluxKustomization(
          'all',
          'clusters/dev',
          '',
          'gitops',
        ),
      },
      finds: true,
    },
    {
      reason: 'the target calls its source otherwise',
      platform: { [file]: secrets('other') },
      platformSource: 'gitops',
      finds: false,
    },
    {
      reason: 'the target calls its source so',
      platform: { [file]: secrets('gitops') },
      platformSource: 'gitops',
      finds: true,
    },
  ])(
    'answers $finds where $reason',
    async ({ platform, platformSource, finds }) => {
      expect((await find(platform as Tree, platformSource))?.file).toBe(
        finds ? file : undefined,
      );
    },
  );
});
