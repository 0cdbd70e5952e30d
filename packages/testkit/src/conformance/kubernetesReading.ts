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

import { KubernetesConformanceHost } from './KubernetesConformanceHost';
import { KubernetesScene } from './KubernetesScene';

const CONFIG_MAPS = '/api/v1/configmaps';

/** Discovery, lists and refusals. */
export function describeKubernetesReading(
  given: () => KubernetesConformanceHost,
): void {
  describe('discovery', () => {
    it.each([
      { path: '/api/v1', resource: 'configmaps', kind: 'ConfigMap' },
      {
        path: '/apis/postgresql.cnpg.io/v1',
        resource: 'clusters',
        kind: 'Cluster',
      },
    ])('lists $resource at $path', async ({ path, resource, kind }) => {
      const { status, body } = await new KubernetesScene(given()).get(path);
      expect(status).toBe(200);
      expect(body.kind).toBe('APIResourceList');
      expect(
        body.resources.find(({ name }: any) => name === resource),
      ).toMatchObject({
        kind,
        namespaced: true,
        verbs: expect.arrayContaining(['get', 'list', 'watch']),
      });
    });

    it('names the versions of a group', async () => {
      const { body } = await new KubernetesScene(given()).get(
        '/apis/postgresql.cnpg.io',
      );
      expect(body).toMatchObject({
        kind: 'APIGroup',
        name: 'postgresql.cnpg.io',
        versions: expect.arrayContaining([
          { groupVersion: 'postgresql.cnpg.io/v1', version: 'v1' },
        ]),
      });
    });

    it('tells its version', async () => {
      const { status, body } = await new KubernetesScene(given()).get(
        '/version',
      );
      expect(status).toBe(200);
      expect(body.gitVersion).toMatch(/^v1\./);
    });

    it('serves a kind from the moment on when it is installed', async () => {
      const { installProbes } = given();
      const scene = new KubernetesScene(given());
      const probes = '/apis/conformance.basewell.dev/v1/probes';
      expect((await scene.get(probes)).status).toBe(404);
      await installProbes?.();
      expect((await scene.get(probes)).status).toBe(installProbes ? 200 : 404);
    });
  });

  describe('a list', () => {
    it('has the objects and the version of the whole', async () => {
      const scene = new KubernetesScene(given());
      await scene.put(scene.configMap('b'), scene.configMap('a'));
      const { status, body } = await scene.get(CONFIG_MAPS, {
        labelSelector: scene.own,
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: 'ConfigMapList',
        apiVersion: 'v1',
        metadata: { resourceVersion: expect.stringMatching(/^[1-9]\d*$/) },
      });
      expect(namesOf(body)).toEqual(['a', 'b']);
      const [{ metadata }] = body.items;
      expect(metadata).toMatchObject({
        namespace: 'default',
        uid: expect.any(String),
        resourceVersion: expect.stringMatching(/^[1-9]\d*$/),
        creationTimestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    });

    it.each([
      { reason: 'a label and its value', labels: 'tier=db', names: ['a', 'b'] },
      { reason: 'a label that is there', labels: 'zone', names: ['b'] },
      { reason: 'a label that is not', labels: '!zone', names: ['a', 'c'] },
      {
        reason: 'one of several values',
        labels: 'tier in (web, db)',
        names: ['a', 'b', 'c'],
      },
      {
        reason: 'another value',
        labels: 'tier notin (web)',
        names: ['a', 'b'],
      },
      { reason: 'both', labels: 'tier=db,zone=1', names: ['b'] },
    ])('is selected by $reason', async ({ labels, names }) => {
      const scene = new KubernetesScene(given());
      await scene.put(
        scene.configMap('a', { tier: 'db' }),
        scene.configMap('b', { tier: 'db', zone: '1' }),
        scene.configMap('c', { tier: 'web' }),
      );
      const { body } = await scene.get(CONFIG_MAPS, {
        labelSelector: `${scene.own},${labels}`,
      });
      expect(namesOf(body)).toEqual(names);
    });

    it('is selected by a field, and by a namespace in its path', async () => {
      const scene = new KubernetesScene(given());
      const map = scene.configMap('a');
      await scene.put(map, scene.configMap('b'));
      const query = {
        labelSelector: scene.own,
        fieldSelector: `metadata.name=${map.metadata.name}`,
      };
      const own = await scene.get(
        '/api/v1/namespaces/default/configmaps',
        query,
      );
      expect(namesOf(own.body)).toEqual(['a']);
      const other = await scene.get(
        '/api/v1/namespaces/elsewhere/configmaps',
        query,
      );
      expect(other).toMatchObject({ status: 200, body: { items: [] } });
    });

    it('comes in pages of one moment', async () => {
      const scene = new KubernetesScene(given());
      const maps = ['a', 'b', 'c', 'd', 'e'].map(name => scene.configMap(name));
      await scene.put(...maps);
      const pages: any[] = [];
      let more: string | undefined;
      do {
        const query = { limit: '2', labelSelector: scene.own };
        const { body } = await scene.get(
          CONFIG_MAPS,
          more ? { ...query, continue: more } : query,
        );
        pages.push(body);
        more = body.metadata.continue || undefined;
        // What happens between two pages is not on the later ones.
        await scene.put(scene.configMap('zz'));
      } while (more);
      expect(pages.map(namesOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      const versions = pages.map(({ metadata }) => metadata.resourceVersion);
      expect(new Set(versions).size).toBe(1);
    });
  });

  describe('a refusal', () => {
    it('of a token is 401, with a Status', async () => {
      const { status, body } = await new KubernetesScene(given()).get(
        CONFIG_MAPS,
        {},
        given().tokens.wrong,
      );
      expect(status).toBe(401);
      expect(body).toMatchObject({ kind: 'Status', code: 401 });
    });

    it('for lack of a right is 403, and names verb and resource', async () => {
      const { stranger } = given().tokens;
      if (!stranger) {
        return;
      }
      const { status, body } = await new KubernetesScene(given()).get(
        CONFIG_MAPS,
        {},
        stranger,
      );
      expect(status).toBe(403);
      expect(body).toMatchObject({
        kind: 'Status',
        reason: 'Forbidden',
        message: expect.stringMatching(/cannot list resource "configmaps"/),
      });
    });

    it.each([
      '/apis/absent.basewell.dev',
      '/apis/absent.basewell.dev/v1',
      '/apis/absent.basewell.dev/v1/things',
      '/apis/postgresql.cnpg.io/v99',
      '/apis/postgresql.cnpg.io/v1/things',
    ])('of %s is 404, as an API server says it', async path => {
      const { status, body } = await new KubernetesScene(given()).get(path);
      expect(status).toBe(404);
      expect(body.kind ?? body.trim()).toMatch(/^(Status|404 page not found)$/);
    });
  });
}

function namesOf({ items }: any): readonly string[] {
  return items.map(({ metadata }: any) =>
    metadata.name.replace(/^scene-\d+-/, ''),
  );
}
