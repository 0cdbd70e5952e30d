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

import { violation } from '../messages';
import { Obstacle, StatedConvention, TargetEnvironment } from '../model';
import { namingTarget, resolveNames } from '../naming';
import { findKustomization } from './findKustomization';
import { LayoutContext } from './Layout';
import { neighborFolders } from './neighborFolders';
import { NetworkPolicyModel, readPolicyModel } from './NetworkPolicyModel';
import { readDocuments } from './readDocuments';
import { TargetPaths } from './TargetPaths';

/**
 * What databases of the house have beside their cluster.
 *
 * @public
 */
export interface Companions {
  /** The network policy of a neighbor, which a new one is made like. */
  readonly networkPolicy?: NetworkPolicyModel;
  /** Name of the ObjectStore that clusters share. Left out: each has its own. */
  readonly objectStore?: string;
}

const POLICY = /(net(work)?-?pol(icy|icies)?|networkpolicy)[^/]*\.ya?ml$/i;

/** Learns from the folders of other databases what a new one needs to live among them. */
export function learnCompanions(
  { view: { platform }, target, app }: LayoutContext,
  environment: TargetEnvironment,
): {
  readonly companions: Companions;
  readonly stated: readonly StatedConvention[];
  readonly obstacles: readonly Obstacle[];
} {
  const { names } = resolveNames(app, environment.name, namingTarget(target));
  const paths = new TargetPaths(target, app, environment.name, names);
  const neighbors = neighborFolders(platform, paths.clusterFolder).map(
    folder => ({
      files: platform.list(folder) ?? [],
      folder,
      path: `${folder}/cluster.yaml`,
    }),
  );
  const stated: StatedConvention[] = [];
  const obstacles: Obstacle[] = [];
  const networkPolicy = neighbors
    .flatMap(({ files, folder }) =>
      files.filter(file => POLICY.test(file)).map(file => `${folder}/${file}`),
    )
    .map(path => readPolicyModel(path, platform.read(path)))
    .find(model => model !== undefined);
  if (networkPolicy) {
    stated.push({
      repository: 'platform',
      what: 'Network policy of a database',
      value: `as that of ${networkPolicy.cluster}`,
      evidence: [networkPolicy.path],
      from: 'files',
    });
  }
  return {
    companions: {
      ...(networkPolicy && { networkPolicy }),
      ...learnObjectStore(),
    },
    stated,
    obstacles,
  };

  function learnObjectStore(): Pick<Companions, 'objectStore'> {
    const { objectStore, method } = target.options.backup;
    if (objectStore !== undefined) {
      state(objectStore, [], 'configuration');
      return { objectStore };
    }
    if (method !== 'barmanPlugin') {
      return {};
    }
    // Then no database finds the ObjectStore of another.
    const apart = /\{app/.test(target.options.names.databasesNamespace);
    const stores = neighbors.flatMap(({ files, folder, path }) =>
      storesIn(platform.read(path)).map(
        ({ cluster, namespace, store, declared }) => {
          const home = namespaceOf(folder, files) ?? namespace;
          return {
            path,
            // A house that calls it otherwise declares it beside the cluster;
            // and a cluster finds an ObjectStore in its own namespace only.
            shared:
              apart ||
              declared ||
              store === cluster ||
              files.some(file => /store/i.test(file)) ||
              (home !== undefined && home !== names.databasesNamespace)
                ? undefined
                : store,
          };
        },
      ),
    );
    const [first] = stores;
    const other = stores.find(({ shared }) => shared !== first?.shared);
    if (other) {
      const says = ({ shared, path }: typeof other) =>
        `${shared ?? 'one of its own'} in ${path}`;
      obstacles.push({
        rule: 'clear-conventions',
        ...violation('conventions.contradictory', {
          what: 'ObjectStore',
          evidence: [says(first), says(other)],
          option: 'backup.objectStore',
        }),
      });
    }
    if (first?.shared === undefined) {
      return {};
    }
    state(
      first.shared,
      stores.map(({ path }) => path),
      'files',
    );
    return { objectStore: first.shared };
  }

  /** What kustomize puts all objects of a folder into, whatever they say. */
  function namespaceOf(
    folder: string,
    files: readonly string[],
  ): string | undefined {
    const namespace = findKustomization(
      path =>
        files.includes(path.slice(folder.length + 1))
          ? platform.read(path)
          : undefined,
      folder,
    )?.document.namespace;
    return typeof namespace === 'string' ? namespace : undefined;
  }

  function state(
    value: string,
    evidence: readonly string[],
    from: StatedConvention['from'],
  ) {
    stated.push({
      repository: 'platform',
      what: 'ObjectStore of all clusters',
      ...{ value, evidence, from },
    });
  }
}

/** ObjectStores that clusters of a file archive into. */
function storesIn(text: string | undefined): readonly {
  readonly cluster: string;
  readonly namespace?: string;
  readonly store: string;
  /** Whether the same file declares it. */
  readonly declared: boolean;
}[] {
  const documents = readDocuments(text) as readonly {
    readonly [field: string]: any;
  }[];
  return documents.flatMap(({ kind, metadata, spec }) => {
    const plugins = Array.isArray(spec?.plugins) ? spec.plugins : [];
    return plugins.flatMap((plugin: any) => {
      const store = plugin?.parameters?.barmanObjectName;
      return kind === 'Cluster' && typeof store === 'string'
        ? [
            {
              cluster: String(metadata?.name),
              namespace: metadata?.namespace,
              store,
              declared: documents.some(
                other =>
                  other.kind === 'ObjectStore' &&
                  other.metadata?.name === store,
              ),
            },
          ]
        : [];
    });
  });
}
