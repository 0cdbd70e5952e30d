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

import { parseAllDocuments } from 'yaml';
import { DemoPull } from '../forge/DemoPulls';
import { DemoRepository } from '../forge/DemoRepository';
import { resourceOf } from '../kubernetes/servedResources';
import { Delivery, DeliveredManifest } from './Delivery';

/**
 * What the merged pull requests of a repository bring, oldest first. Secrets
 * stay what they are: files in git that nobody decrypts here.
 *
 * @internal
 */
export async function readDeliveries(
  repository: DemoRepository,
): Promise<readonly Delivery[]> {
  const pulls = await repository.pulls.list();
  const merged = pulls.filter(
    ({ state, base }) =>
      state === 'merged' && base === repository.defaultBranch,
  );
  const deliveries = await Promise.all(
    merged.map(pull => readDelivery(repository, pull)),
  );
  return deliveries.toSorted((a, b) => a.mergedAt - b.mergedAt);
}

async function readDelivery(
  { git }: DemoRepository,
  pull: DemoPull,
): Promise<Delivery> {
  const { head, mergedOnto, endedAt } = pull;
  const changes = (await git.diff(mergedOnto!, head)).filter(
    ({ path, change }) => change !== 'deleted' && /\.ya?ml$/.test(path),
  );
  const entries = await git.stat(
    head,
    changes.map(({ path }) => path),
  );
  const blobs = await git.blobs([...entries.values()].map(({ id }) => id));
  return {
    mergedAt: Date.parse(endedAt!),
    revision: head,
    manifests: changes.flatMap(({ path, change }) =>
      parseManifests(blobs.get(entries.get(path)!.id)!.toString('utf8')).map(
        object => ({ path, added: change === 'added', object }),
      ),
    ),
  };
}

function parseManifests(text: string): readonly DeliveredManifest['object'][] {
  return parseAllDocuments(text)
    .filter(({ errors }) => !errors.length)
    .map(document => document.toJS())
    .filter(
      object =>
        object?.apiVersion &&
        object.kind &&
        object.metadata?.name &&
        resourceOf(object),
    );
}
