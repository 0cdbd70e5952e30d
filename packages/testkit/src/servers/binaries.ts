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

import { NotFoundError } from '@backstage/errors';
import { ListedServer, listServers } from './listServers';
import { ServerName } from './ServerName';

/**
 * Absolute paths of the real tools, as `npm run tools` built them or as the
 * environment names them. Reading one that is missing throws a `NotFoundError`;
 * in tests, `describeWithServers` comes before that.
 *
 * @public
 */
export const binaries: Readonly<Record<ServerName, string>> = {
  get crds() {
    return findServer('crds').path;
  },
  get etcd() {
    return findServer('etcd').path;
  },
  get gitea() {
    return findServer('gitea').path;
  },
  get 'kube-apiserver'() {
    return findServer('kube-apiserver').path;
  },
  get kustomize() {
    return findServer('kustomize').path;
  },
  get sops() {
    return findServer('sops').path;
  },
  get vault() {
    return findServer('vault').path;
  },
};

/** @internal */
export function findServer(
  name: ServerName,
): NonNullable<ListedServer['found']> {
  const { found } = listServers().find(server => server.name === name)!;
  if (!found) {
    throw new NotFoundError(
      `${name} is neither built nor on PATH: run npm run tools, or name it as described in packages/testkit/README.md`,
    );
  }
  return found;
}
