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

import { planOver, requestFor } from '../__testUtils__/canon';
import { PathTemplates, Plan } from '../model';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';

const { layouts } = defaultRegistries();

type Key = keyof PathTemplates;

/** What a layout has no use for. */
const unused: { readonly [layout: string]: readonly Key[] } = {
  platformAndApp: ['baseFolder'],
  overlays: [],
  appFolder: ['baseFolder'],
  fluxApps: ['baseFolder'],
};

async function plan(layout: string, paths: object, key: Key): Promise<Plan> {
  const target = parseTarget(
    {
      id: 'moved',
      layout,
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options: {
        paths,
        backup: { destinationPath: 's3://backups/{cluster}' },
        ...(key === 'credentialManifest' && {
          credentials: {
            source: 'external-secret',
            store: { name: 'secrets-manager' },
          },
        }),
      },
    },
    'target',
    layouts,
  );
  const request = requestFor('shop', { environments: [{ name: 'prod' }] });
  return (await planOver({ platform: {}, app: {} }, request, target)).plan;
}

/** Everything that a plan says about places. */
function places({ files, notes }: Plan): string {
  return JSON.stringify([files, notes]);
}

describe.each(layouts)('the paths of $id', ({ id, defaults }) => {
  const keys = Object.keys(defaults.paths) as Key[];

  it.each(keys.filter(key => !unused[id].includes(key)))(
    'are those of the target: %s',
    async key => {
      const moved = `elsewhere/${key}/${defaults.paths[key]}`;
      const after = places(await plan(id, { [key]: moved }, key));
      expect(after.includes(`elsewhere/${key}/`)).toBe(true);
    },
  );

  it('mean nothing where the layout has no use for them', async () => {
    for (const key of unused[id]) {
      const moved = `elsewhere/${defaults.paths[key]}`;
      expect(places(await plan(id, { [key]: moved }, key))).toBe(
        places(await plan(id, {}, key)),
      );
    }
  });

  it('can all be others at once', async () => {
    const paths = Object.fromEntries(
      keys.map(key => [key, `elsewhere/${defaults.paths[key]}`]),
    );
    const { files } = await plan(id, paths, 'values');
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(({ path }) => !path.startsWith('elsewhere/'))).toEqual(
      [],
    );
  });
});
