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
import {
  KubernetesScene,
  listEnds,
  storyOf,
  streamedList,
  WatchEvent,
} from './KubernetesScene';

const CONFIG_MAPS = '/api/v1/configmaps';

/** Watches, and lists by stream. */
export function describeKubernetesWatching(
  given: () => KubernetesConformanceHost,
): void {
  /** Does something once, when the list is complete. */
  function afterList(action: () => Promise<void>) {
    let done = false;
    return async (events: readonly WatchEvent[]) => {
      if (!done && listEnds(events)) {
        done = true;
        await action();
      }
    };
  }

  describe('a list by stream', () => {
    it('is all there is, a bookmark that says so, and then what happens', async () => {
      const scene = new KubernetesScene(given());
      const a = scene.configMap('a');
      await scene.put(a, scene.configMap('b'));
      const events = await scene.watch(
        CONFIG_MAPS,
        { ...streamedList, labelSelector: scene.own },
        {
          meanwhile: afterList(async () => {
            await scene.put(scene.configMap('a', { changed: 'yes' }));
            await scene.put(scene.configMap('c'));
            await scene.delete(a);
          }),
          until: ({ length }) => length === 6,
        },
      );
      expect([...storyOf(events.slice(0, 2))].sort()).toEqual([
        'ADDED a',
        'ADDED b',
      ]);
      expect(events[2]).toMatchObject({
        type: 'BOOKMARK',
        object: {
          kind: 'ConfigMap',
          apiVersion: 'v1',
          metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
        },
      });
      expect(listEnds(events.slice(0, 3))).toBe(true);
      expect(storyOf(events.slice(3))).toEqual([
        'MODIFIED a',
        'ADDED c',
        'DELETED a',
      ]);
      expect(events[0].object).toMatchObject({
        apiVersion: 'v1',
        kind: 'ConfigMap',
      });
    });

    it('of nothing is the bookmark alone', async () => {
      const scene = new KubernetesScene(given());
      const events = await scene.watch(
        CONFIG_MAPS,
        { ...streamedList, labelSelector: scene.own },
        { until: listEnds },
      );
      expect(events).toHaveLength(1);
    });

    it('loses what no longer fits its selector, and gains what does', async () => {
      const scene = new KubernetesScene(given());
      await scene.put(scene.configMap('a', { tier: 'db' }));
      const events = await scene.watch(
        CONFIG_MAPS,
        { ...streamedList, labelSelector: `${scene.own},tier=db` },
        {
          meanwhile: afterList(async () => {
            await scene.put(scene.configMap('a', { tier: 'web' }));
            await scene.put(scene.configMap('a', { tier: 'db' }));
          }),
          until: ({ length }) => length === 4,
        },
      );
      expect(storyOf(events)).toEqual(['ADDED a', 'DELETED a', 'ADDED a']);
    });
  });

  describe('a watch', () => {
    it('brings what happened since, in its order, and nothing else', async () => {
      const scene = new KubernetesScene(given());
      const a = scene.configMap('a');
      await scene.put(a);
      const { body } = await scene.get(CONFIG_MAPS, {
        labelSelector: scene.own,
      });
      await scene.put(scene.configMap('b'));
      await scene.delete(a);
      const query = {
        watch: 'true',
        allowWatchBookmarks: 'true',
        labelSelector: scene.own,
      };
      const events = await scene.watch(
        CONFIG_MAPS,
        { ...query, resourceVersion: body.metadata.resourceVersion },
        { until: all => storyOf(all).length === 2 },
      );
      expect(storyOf(events)).toEqual(['ADDED b', 'DELETED a']);

      // Each event is a place to resume from.
      const [added] = events.filter(({ type }) => type === 'ADDED');
      const rest = await scene.watch(
        CONFIG_MAPS,
        {
          ...query,
          resourceVersion: added.object.metadata.resourceVersion,
        },
        { until: all => storyOf(all).length === 1 },
      );
      expect(storyOf(rest)).toEqual(['DELETED a']);
    });

    it('ends when its time is over, with a bookmark to resume from', async () => {
      const scene = new KubernetesScene(given());
      const began = Date.now();
      const events = await scene.watch(
        CONFIG_MAPS,
        { ...streamedList, labelSelector: scene.own, timeoutSeconds: '2' },
        { until: () => false },
      );
      expect(Date.now() - began).toBeGreaterThan(1_000);
      expect(Date.now() - began).toBeLessThan(15_000);
      expect(new Set(events.map(({ type }) => type))).toEqual(
        new Set(['BOOKMARK']),
      );
    });

    it('from a place that is forgotten is 410', async () => {
      const scene = new KubernetesScene(given());
      await scene.put(scene.configMap('a'));
      const resourceVersion = await given().forget();
      const events = await scene.watch(
        CONFIG_MAPS,
        { watch: 'true', resourceVersion },
        { until: () => true },
      );
      expect(events).toMatchObject([
        {
          type: 'ERROR',
          object: { kind: 'Status', code: 410, reason: 'Expired' },
        },
      ]);
    }, 60_000);
  });
}
