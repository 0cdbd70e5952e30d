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

import { isKustomization } from '../declared/isKustomization';
import { folderOf } from '../layouts/folderOf';
import { ApplicationFact, readApplications } from '../layouts/readApplications';
import { HelmReleaseFact, readHelmReleases } from '../layouts/readHelmReleases';
import { readDocuments } from '../layouts/readDocuments';
import { RepositoryRole } from '../model';

/** Text by path. @public */
export type FileTexts = { readonly [path: string]: string };

/** A Kubernetes object in a file of a repository. */
export interface HouseObject {
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly document: { readonly [field: string]: any };
}

/** What the files of two repositories declare, as far as databases go. */
export interface HouseFacts {
  readonly objects: readonly HouseObject[];
  readonly applications: {
    readonly [role in RepositoryRole]: readonly ApplicationFact[];
  };
  /** HelmReleases of the app repository. */
  readonly releases: readonly HelmReleaseFact[];
  /** What kustomizations set, by folder. */
  readonly namespaces: { readonly [folder: string]: string };
  readonly paths: { readonly [role in RepositoryRole]: readonly string[] };
}

/** Reads manifests; files of another shape say nothing. */
export function readHouse(files: {
  readonly [role in RepositoryRole]: FileTexts;
}): HouseFacts {
  const yaml = (role: RepositoryRole) =>
    Object.keys(files[role])
      .filter(path => /\.ya?ml$/.test(path))
      .sort();
  const applications = (role: RepositoryRole) =>
    yaml(role).flatMap(path => readApplications(path, files[role][path]));
  return {
    objects: yaml('platform').flatMap(path =>
      readDocuments(files.platform[path]).flatMap(document => {
        const { kind, metadata } = document as HouseObject['document'];
        return typeof kind === 'string' && typeof metadata?.name === 'string'
          ? [
              {
                ...{ path, kind, document },
                name: metadata.name,
                ...(typeof metadata.namespace === 'string' && {
                  namespace: metadata.namespace,
                }),
              },
            ]
          : [];
      }),
    ),
    applications: {
      platform: applications('platform'),
      app: applications('app'),
    },
    releases: yaml('app').flatMap(path =>
      readHelmReleases(path, files.app[path]),
    ),
    namespaces: Object.fromEntries(
      Object.keys(files.platform)
        .filter(isKustomization)
        .flatMap(path => {
          const [{ namespace } = {} as HouseObject['document']] = readDocuments(
            files.platform[path],
          );
          return typeof namespace === 'string'
            ? [[folderOf(path), namespace] as const]
            : [];
        }),
    ),
    paths: {
      platform: Object.keys(files.platform),
      app: Object.keys(files.app),
    },
  };
}
